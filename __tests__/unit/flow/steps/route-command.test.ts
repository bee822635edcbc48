import { AsyncLocalStorage } from 'node:async_hooks';
import * as E from 'fp-ts/lib/Either.js';
import { allow, refuse } from '../../../../src';
import { DecodedEvent } from '../../../../src/callback/event';
import type { HandlerMap } from '../../../../src/callback/handlers';
import { indexByWire } from '../../../../src/catalogue/command';
import { makeAdmission } from '../../../../src/flow/admission';
import { routeCommand } from '../../../../src/flow/steps';
import type { FailureReport, Hooks } from '../../../../src/observe/hooks';
import { tencentCommands } from '../../../../src/vendors/tencent';

const index = indexByWire(tencentCommands);
const before = index.get('Group.CallbackBeforeSendMsg');
const after = index.get('Group.CallbackAfterReadReceipt');
const deadlineMs = 20;

function known(command: typeof before) {
  const wire = command?.wire ?? 'tomorrow';
  const source = { vendor: 'tencent' as const, wire, query: {}, operationID: 'op-1', appId: '7', receivedAt: 0 };
  const event = new DecodedEvent({ ...source, startedAt: performance.now() }, command, {}, deadlineMs);
  return { wire, command, event, dropped: [] };
}

function route(command: typeof before, handlers: HandlerMap, hooks: Hooks = {}) {
  return settled(routeCommand({ handlers, hooks, deadlineMs, admission: makeAdmission(1) })(known(command)));
}

function later(routed: ReturnType<ReturnType<typeof routeCommand>>) {
  if (typeof routed === 'function') return routed;
  throw new Error('the handler has ended at once');
}

/** Its result, and a promise of it where the handler has returned one. */
function settled(routed: ReturnType<ReturnType<typeof routeCommand>>) {
  return typeof routed === 'function' ? new Promise(routed) : routed;
}

describe('routeCommand', () => {
  it('answers at once where the handler does', () => {
    expect(route(before, { beforeGroupMsg: () => allow() })).toEqual(E.right({ verdict: allow(), outcome: 'allowed' }));
    expect(route(after, { onReadReceipt: () => {} })).toEqual(E.right({ verdict: undefined, outcome: 'handled' }));
  });

  it('waits for a promise', () =>
    expect(route(before, { beforeGroupMsg: async () => refuse() })).resolves.toEqual(
      E.right({ verdict: refuse(), outcome: 'refused' }),
    ));

  it('waits for anything with a then', () =>
    expect(
      // biome-ignore lint/suspicious/noThenProperty: a promise of another library is what this is about
      route(before, { beforeGroupMsg: () => ({ then: (resolve: (value: unknown) => void) => resolve(allow()) }) }),
    ).resolves.toEqual(E.right({ verdict: allow(), outcome: 'allowed' })));

  it('does not call a handler of another phase or name', () =>
    expect(route(before, { onGroupMsg: () => refuse() })).toEqual(
      E.right({ verdict: undefined, outcome: 'unhandled' }),
    ));

  it('tells onAny of a known command and onUnknownCommand of another', () => {
    const told: string[] = [];
    const hooks: Hooks = {
      onAny: (event) => told.push(`any ${event.wire}`),
      onUnknownCommand: (event) => told.push(`unknown ${event.wire}`),
    };
    route(after, {}, hooks);
    expect(route(undefined, {}, hooks)).toEqual(E.right({ verdict: undefined, outcome: 'unknown' }));
    expect(told).toEqual(['any Group.CallbackAfterReadReceipt', 'unknown tomorrow']);
  });

  const thrown = new Error('db down');
  it.each([
    [
      'throws',
      () => {
        throw thrown;
      },
      thrown,
    ],
    ['rejects', () => Promise.reject(thrown), thrown],
    [
      'throws undefined',
      () => {
        throw undefined;
      },
      new Error('the handler threw undefined'),
    ],
  ])('a handler that %s is a failure', async (_name, handler, cause) =>
    expect(await route(after, { onReadReceipt: handler })).toEqual(E.left({ kind: 'handlerFailed', cause })),
  );

  const settlesTwice = {
    // biome-ignore lint/suspicious/noThenProperty: a promise of another library is what this is about
    then: (resolve: (value: unknown) => void, reject: (cause: unknown) => void) => {
      resolve(allow());
      reject(thrown);
      resolve(refuse());
    },
  };
  const throwing = {
    get verdict() {
      throw thrown;
    },
  };
  it.each<[string, () => unknown, unknown]>([
    ['a verdict whose getter throws', () => throwing, E.left({ kind: 'handlerFailed', cause: thrown })],
    ['the same from a promise', async () => throwing, E.left({ kind: 'handlerFailed', cause: thrown })],
    [
      'a `then` that throws',
      () => ({
        // biome-ignore lint/suspicious/noThenProperty: see above
        then: () => {
          throw thrown;
        },
      }),
      E.left({ kind: 'handlerFailed', cause: thrown }),
    ],
    [
      'a `then` that cannot even be read',
      () => ({
        // biome-ignore lint/suspicious/noThenProperty: see above
        get then() {
          throw thrown;
        },
      }),
      E.left({ kind: 'handlerFailed', cause: thrown }),
    ],
    [
      'a promise whose constructor cannot be read',
      () =>
        Object.defineProperty(Promise.resolve(allow()), 'constructor', {
          get() {
            throw thrown;
          },
        }),
      E.left({ kind: 'handlerFailed', cause: thrown }),
    ],
    ['a promise that settles twice', () => settlesTwice, E.right({ verdict: allow(), outcome: 'allowed' })],
  ])('survives %s, once', async (_name, handler, result) => {
    const admission = makeAdmission(1);
    const step = routeCommand({ handlers: { beforeGroupMsg: handler }, hooks: {}, deadlineMs, admission });
    expect(await settled(step(known(before)))).toEqual(result);
    await new Promise((resolve) => setTimeout(resolve, deadlineMs + 10));
    expect(admission.running).toBe(0);
  });

  const block = () => {
    const until = performance.now() + deadlineMs + 5;
    while (performance.now() < until);
    return refuse();
  };
  const awaits = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return block();
  };
  it.each([
    ['at once', block],
    ['at once, in an async one', async () => block()],
    ['after it has waited', awaits],
  ])('reports a handler that blocks past its deadline, %s, and sends what it decided', async (_when, handler) => {
    const failures: FailureReport[] = [];
    const result = await route(before, { beforeGroupMsg: handler }, { onFailure: (told) => failures.push(told) });
    expect(result).toEqual(E.right({ verdict: refuse(), outcome: 'refused' }));
    expect(failures).toMatchObject([{ kind: 'finishedLate', cause: undefined }]);
  });

  it('reports one failure of a handler that blocks past its deadline and fails', async () => {
    const failures: FailureReport[] = [];
    const handler = async () => {
      block();
      throw thrown;
    };
    const result = await route(before, { beforeGroupMsg: handler }, { onFailure: (told) => failures.push(told) });
    expect(result).toEqual(E.left({ kind: 'handlerFailed', cause: thrown }));
    expect(failures).toEqual([]); // the caller reports the step's result
  });

  it('survives a refusal whose reason is what a body held', async () => {
    const odd = { toString: 1, valueOf: 1 };
    for (const verdict of [refuse({ info: odd as never }), refuse({ code: Object.create(null) as never })]) {
      const result = await route(before, { beforeGroupMsg: async () => verdict });
      expect(result).toMatchObject({ _tag: 'Left', left: { kind: 'badVerdict', meant: { verdict: 'refuse' } } });
    }
  });

  it('gives up at the deadline, aborts the signal, and reports how it ended', async () => {
    const failures: FailureReport[] = [];
    let signal: AbortSignal | undefined;
    let fail = (_cause: unknown) => {};
    const handler = (event: DecodedEvent) => {
      signal = event.signal;
      expect(event.remainingMs()).toBeGreaterThan(0);
      return new Promise((_resolve, reject) => {
        fail = reject;
      });
    };
    const result = await route(
      after,
      { onReadReceipt: handler as never },
      { onFailure: (told) => failures.push(told) },
    );
    expect(result).toEqual(E.left({ kind: 'deadlinePassed', deadlineMs }));
    expect(signal?.aborted).toBe(true);
    expect(signal?.reason).toMatchObject({ name: 'TimeoutError' });
    fail(thrown);
    await new Promise((resolve) => setImmediate(resolve));
    expect(failures).toMatchObject([{ kind: 'finishedLate', cause: thrown }]);
    expect((failures[0] as { ms: number }).ms).toBeGreaterThanOrEqual(deadlineMs - 1);
  });

  it('aborts each signal in the async context of its own request, though one timer ends them all', async () => {
    const storage = new AsyncLocalStorage<string>();
    const found: (string | undefined)[] = [];
    const handler = ({ signal }: DecodedEvent) =>
      new Promise(() => signal.addEventListener('abort', () => found.push(storage.getStore())));
    const step = routeCommand({
      handlers: { onReadReceipt: handler as never },
      hooks: {},
      deadlineMs,
      admission: makeAdmission(2),
    });
    const requests = ['one', 'other'].map((name) => storage.run(name, () => settled(step(known(after)))));
    await Promise.all(requests);
    expect(found).toEqual(['one', 'other']);
  });

  it('answers each in the async context of its own request when one timer ends them all', async () => {
    const storage = new AsyncLocalStorage<string>();
    const handlers = { onReadReceipt: () => new Promise(() => {}) };
    const step = routeCommand({ handlers, hooks: {}, deadlineMs, admission: makeAdmission(2) });
    const answeredIn = (name: string) =>
      new Promise((resolve) => storage.run(name, () => later(step(known(after)))(() => resolve(storage.getStore()))));
    expect(await Promise.all(['one', 'other'].map(answeredIn))).toEqual(['one', 'other']);
  });

  it('a signal that is asked for after the deadline is aborted already', async () => {
    const { event } = known(after);
    await new Promise((resolve) => setTimeout(resolve, deadlineMs + 5));
    expect([event.signal.aborted, event.remainingMs()]).toEqual([true, 0]);
  });
});
