/** Traces have a provider here and metrics have none; providers are global, so this stands in a file of its own. */
import { trace } from '@opentelemetry/api';
import { allow } from '../../../src';
import { memoryInbox } from '../../../src/inbox/memory';
import { eventually } from '../../support/inbox/deliveries';
import { after, before, signed, watched } from '../../support/otel/requests';
import { registerSdk } from '../../support/otel/sdk';
import { send } from '../../support/send';

const sdk = registerSdk({ measured: false });
afterEach(sdk.forgetSpans);
afterAll(() => sdk.shutdown());

const names = () => sdk.spans().map(({ name }) => name);

it('makes the span of a request, in which its handler runs', async () => {
  const inside: unknown[] = [];
  const { app, failures } = watched({
    beforeGroupMsg: () => {
      inside.push(trace.getActiveSpan()?.spanContext().spanId);
      return allow();
    },
  });
  expect((await send(app, signed(before))).status).toBe(200);
  expect(names()).toEqual([`POST ${before}`]);
  expect(inside).toEqual(sdk.spans().map((span) => span.spanContext().spanId));
  expect(failures).toEqual([]);
  expect((await sdk.metrics()).size).toBe(0);
});

it('makes the span of an attempt, linked to that of the request', async () => {
  const { app, callbacks } = watched({ inbox: memoryInbox(), onGroupMsg: async () => {} });
  await callbacks.ready();
  await send(app, signed(after));
  await eventually(() => sdk.spans().length === 2);
  await callbacks.drain();
  expect(names().sort()).toEqual([`POST ${after}`, `process ${after}`]);
  const [request, attempt] = [`POST ${after}`, `process ${after}`].map((name) =>
    sdk.spans().find((span) => span.name === name),
  );
  expect(attempt?.links.map(({ context }) => context.spanId)).toEqual([request?.spanContext().spanId]);
});
