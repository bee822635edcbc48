import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { DecodedEvent } from '../../../../src/callback/event';
import { indexByWire } from '../../../../src/catalogue/command';
import type { Result } from '../../../../src/flow/result';
import { acceptIntoInbox } from '../../../../src/flow/steps';
import type { Accepted, InboxAccess } from '../../../../src/flow/steps/accept-into-inbox';
import { tencentCommands } from '../../../../src/vendors/tencent';

const wire = 'Group.CallbackAfterReadReceipt';
const command = indexByWire(tencentCommands).get(wire);
const deadlineMs = 20;

function known() {
  const source = { vendor: 'tencent' as const, wire, query: {}, operationID: 'op-1', appId: '7', receivedAt: 0 };
  const event = new DecodedEvent({ ...source, startedAt: performance.now() }, command, {}, deadlineMs);
  return { wire, command, event, dropped: [] };
}

/** The step with an inbox that answers as `accept` says. */
function storing(accept: InboxAccess['accept']) {
  const inbox: InboxAccess = { storesAll: false, accept, bury: async () => {} };
  const step = acceptIntoInbox({ inbox, handlers: { onReadReceipt: () => {} }, hooks: {} });
  return (done: (result: Result<Accepted>) => void) => {
    const result = step?.(known());
    if (typeof result !== 'function') throw new Error('it did not wait for the inbox');
    result(done);
  };
}

describe('acceptIntoInbox', () => {
  it.each([
    [true, 'stored'],
    [false, 'duplicate'],
  ])('fresh %s: the outcome is %s', async (fresh, outcome) => {
    const result = await new Promise(storing(async () => ({ fresh })));
    expect(result).toEqual(E.right({ outcome }));
  });

  it('ends at the deadline, and once', async () => {
    let store = (_: { fresh: boolean }) => {};
    const accept = () =>
      new Promise<{ fresh: boolean }>((resolve) => {
        store = resolve;
      });
    const results: Result<Accepted>[] = [];
    storing(accept)((result) => results.push(result));
    await pause(2 * deadlineMs);
    store({ fresh: true });
    await pause(1);
    const cause = new Error('it did not answer before the deadline');
    expect(results).toEqual([E.left({ kind: 'inboxUnavailable', cause })]);
  });

  it('ends each in the async context of its own request when one timer ends them all', async () => {
    const storage = new AsyncLocalStorage<string>();
    const begin = storing(() => new Promise(() => {}));
    const endedIn = (name: string) =>
      new Promise((resolve) => storage.run(name, () => begin(() => resolve(storage.getStore()))));
    expect(await Promise.all(['one', 'other'].map(endedIn))).toEqual(['one', 'other']);
  });
});
