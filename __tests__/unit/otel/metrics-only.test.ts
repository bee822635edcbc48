/** Metrics have a provider here and traces have none; providers are global, so this stands in a file of its own. */

import { after, before, signed, watched } from '../../support/otel/requests';
import { registerSdk } from '../../support/otel/sdk';
import { send } from '../../support/send';

const sdk = registerSdk({ traced: false });
afterAll(() => sdk.shutdown());

it('counts and times requests, answered and handled', async () => {
  const { app } = watched({ onGroupMsg: async () => {} });
  await send(app, signed(after));
  await send(app, signed(before));
  const metrics = await sdk.metrics();
  const seen = (name: string) =>
    metrics
      .get(name)
      ?.map(({ attributes, value }) => [
        attributes['im.command'],
        attributes['im.outcome'],
        typeof value === 'number' ? value : value.count,
      ]);
  expect(seen('im.callbacks')).toEqual([
    [after, 'handled', 1],
    [before, 'unhandled', 1],
  ]);
  expect(seen('im.ack.duration')).toEqual([
    [after, undefined, 1],
    [before, undefined, 1],
  ]);
  expect(seen('messaging.process.duration')).toEqual([[after, undefined, 1]]);
  expect(sdk.spans()).toEqual([]);
});
