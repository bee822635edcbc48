import express from 'express';
import { type AnyEvent, type OwnStep, PermanentError, recordOf, startWorker } from '../../src';
import type { Inbox, StoredDelivery } from '../../src/inbox/inbox';
import { memoryInbox } from '../../src/inbox/memory';
import * as openim from '../../src/vendors/openim';
import * as tencent from '../../src/vendors/tencent';
import { delivery, eventually, isIdle, pause } from '../support/inbox/deliveries';
import { receiver, sdkAppId, send } from '../support/send';

const path = '/im-callback';
const ok = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}';
const allowed = '{"actionCode":0,"errCode":0,"errMsg":"Success","errDlt":"","nextCode":0}';

const body = (MsgSeq: number, more: object = {}) => ({
  GroupId: '@TGS#1',
  Random: 7,
  MsgSeq,
  From_Account: 'u_alice',
  MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'hi' } }],
  ...more,
});
type Body = { MsgBody: unknown[] };
const groupMsg = (MsgSeq: number, more: object = {}) =>
  tencent.composeRequest('Group.CallbackAfterSendMsg', body(MsgSeq, more), { path, sdkAppId });

let drains: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const drain of drains) await drain();
  drains = [];
});

function withInbox(options: object, inbox: Inbox = memoryInbox()) {
  const made = receiver({ tencent: { sdkAppId }, openim: {}, inbox, worker: { backoffMs: 1 }, ...options });
  drains.push(() => made.callbacks.drain({ timeoutMs: 0 }));
  return { ...made, inbox };
}

describe('a receiver with an inbox', () => {
  it('acknowledges an after-callback before its handler runs, and hands the handler the same event', async () => {
    const seen: AnyEvent[] = [];
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const onGroupMsg = async (event: AnyEvent) => {
      await gate;
      seen.push(event);
    };
    const { app, settled, inbox } = withInbox({ onGroupMsg });
    const composed = groupMsg(1, { Big: '9007199254740993123', EventTime: '1718000206321', Unknown: { x: [1] } });
    const sent = { ...composed, body: composed.body.replace('"9007199254740993123"', '9007199254740993123') };
    const res = await send(app, sent);
    expect([res.status, res.body, seen]).toEqual([200, ok, []]);
    expect(settled).toMatchObject([{ outcome: 'stored', status: 200, attempt: undefined, phase: 'after' }]);
    open();
    await eventually(() => isIdle(inbox));
    expect(settled[1]).toMatchObject({ outcome: 'handled', attempt: 1, status: 0, key: settled[0]?.key });
    const [event] = seen;
    expect(event).toMatchObject({
      vendor: 'tencent',
      command: 'Group.CallbackAfterSendMsg',
      appId: String(sdkAppId),
      phase: 'after',
      query: { ClientIP: '203.0.113.7', OptPlatform: 'Android' },
      body: { Big: '9007199254740993123', MsgSeq: 1, EventTime: 1718000206321, Unknown: { x: [1] } },
    });
    expect([event?.key, event?.conversation, event?.occurredAt]).toEqual([
      settled[0]?.key,
      `tencent/${sdkAppId}/group/%40TGS%231`,
      new Date(1718000206321),
    ]);
  });

  it('serves OpenIM as well', async () => {
    const seen: string[] = [];
    const { app, inbox } = withInbox({
      onReadReceipt: (event: { operationID: string }) => seen.push(event.operationID),
    });
    const sent = openim.composeRequest(
      'callbackAfterGroupMsgReadCommand',
      { sendID: 'u1', receiveID: 'u1', unreadMsgNum: 3, contentType: 3 },
      { path, operationID: 'op-77' },
    );
    const res = await send(app, sent);
    expect([res.status, res.body]).toEqual([200, allowed]);
    await eventually(() => isIdle(inbox));
    expect(seen).toEqual(['op-77']);
  });

  it('leaves before-callbacks and unknown commands alone', async () => {
    const accept = jest.fn();
    const beforeGroupMsg = () => ({ verdict: 'refuse', code: 10100, info: 'no' });
    const unknown: unknown[] = [];
    const { app } = withInbox(
      { beforeGroupMsg, onUnknownCommand: (event: unknown) => unknown.push(event) },
      { ...memoryInbox(), accept },
    );
    const before = tencent.composeRequest('Group.CallbackBeforeSendMsg', body(1), { path, sdkAppId });
    expect((await send(app, before)).body).toContain('"ErrorCode":10100');
    const strange = { ...before, url: before.url.replace('Group.CallbackBeforeSendMsg', 'Group.CallbackNew') };
    expect((await send(app, { ...strange, body: '{}' })).body).toBe(ok);
    expect([accept.mock.calls.length, unknown.length]).toEqual([0, 1]);
  });

  it('stores nothing that nobody would handle', async () => {
    const { app, settled, inbox } = withInbox({ onC2cMsg: () => {} });
    await send(app, groupMsg(1));
    expect(settled).toMatchObject([{ outcome: 'unhandled' }]);
    expect(await isIdle(inbox)).toBe(true);
  });

  it('acknowledges a repeated delivery and handles it once', async () => {
    const onGroupMsg = jest.fn();
    const { app, settled, inbox } = withInbox({ onGroupMsg });
    await Promise.all([1, 2, 3].map(() => send(app, groupMsg(5))));
    await eventually(() => isIdle(inbox));
    expect(onGroupMsg).toHaveBeenCalledTimes(1);
    expect(settled.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'duplicate', 'handled', 'stored']);
  });

  it('retries, reports each failure with the number of the attempt, and ends as a dead letter', async () => {
    const onGroupMsg = jest.fn().mockRejectedValue(new Error('db away'));
    const { app, failures, settled, inbox } = withInbox({ onGroupMsg, worker: { backoffMs: 1, attempts: 3 } });
    await send(app, groupMsg(1));
    await eventually(async () => (await inbox.stats()).dead === 1);
    expect(failures.map(({ kind, attempt, retryInMs }) => [kind, attempt, typeof retryInMs])).toEqual([
      ['handlerFailed', 1, 'number'],
      ['handlerFailed', 2, 'number'],
      ['handlerFailed', 3, 'undefined'],
    ]);
    expect(settled.map(({ outcome }) => outcome)).toEqual(['stored', 'failed', 'failed', 'dead']);
    expect(await inbox.dead()).toMatchObject([{ attempts: 3, error: 'the handler failed: Error: db away' }]);
    onGroupMsg.mockResolvedValue(undefined);
    const [letter] = await inbox.dead();
    expect(await inbox.revive(letter?.id ?? '')).toBe(true);
    await eventually(() => settled.length === 5);
    expect(settled[4]).toMatchObject({ outcome: 'handled', attempt: 1 });
  });

  it('gives up at once on a PermanentError', async () => {
    const onGroupMsg = jest.fn().mockRejectedValue(new PermanentError('no such group'));
    const { app, inbox } = withInbox({ onGroupMsg });
    await send(app, groupMsg(1));
    await eventually(async () => (await inbox.stats()).dead === 1);
    expect(onGroupMsg).toHaveBeenCalledTimes(1);
  });

  it('keeps a body that does not fit as a dead letter, acknowledges it, and decodes it again when it is revived', async () => {
    const onGroupMsg = jest.fn();
    const { app, failures, settled, inbox } = withInbox({ onGroupMsg });
    const res = await send(app, { ...groupMsg(1), body: '{"GroupId":{"a":1},"MsgBody":"none"}' });
    expect([res.status, res.body]).toEqual([200, ok]);
    expect(settled).toMatchObject([
      { outcome: 'buried', failure: 'undecodable', command: 'Group.CallbackAfterSendMsg', phase: 'after' },
    ]);
    expect(failures).toMatchObject([{ kind: 'undecodable', command: 'Group.CallbackAfterSendMsg' }]);
    const [letter] = await inbox.dead();
    expect(letter).toMatchObject({ attempts: 0, delivery: { body: '{"GroupId":{"a":1},"MsgBody":"none"}' } });
    expect(letter?.error).toContain('GroupId: expected text, got object');
    await inbox.revive(letter?.id ?? '');
    await eventually(async () => (await inbox.stats()).dead === 1);
    expect(settled[1]).toMatchObject({ outcome: 'dead', failure: 'undecodable', attempt: 1 });
    expect(onGroupMsg).not.toHaveBeenCalled();
  });

  it('answers 503 when nothing can be stored, so that nobody takes it for received', async () => {
    const cause = new Error('disk full');
    const { app, failures, settled } = withInbox(
      { onGroupMsg: () => {}, onReadReceipt: () => {} },
      { ...memoryInbox(), accept: async () => Promise.reject(cause) },
    );
    const res = await send(app, groupMsg(1));
    expect([res.status, res.body]).toEqual([
      503,
      '{"ActionStatus":"FAIL","ErrorInfo":"the event could not be stored","ErrorCode":1}',
    ]);
    const read = openim.composeRequest(
      'callbackAfterGroupMsgReadCommand',
      { sendID: 'u1', receiveID: 'u1', unreadMsgNum: 3, contentType: 3 },
      { path },
    );
    const text = await send(app, read);
    expect([text.status, text.type, text.body]).toEqual([503, 'text/plain', 'the event could not be stored\n']);
    expect(failures.map(({ kind }) => kind)).toEqual(['inboxUnavailable', 'inboxUnavailable']);
    expect(settled).toMatchObject([
      { outcome: 'failed', status: 503 },
      { outcome: 'failed', status: 503 },
    ]);
  });

  it('answers 503 within the deadline when the store hangs', async () => {
    const { app, failures } = withInbox(
      { tencent: { sdkAppId, deadlineMs: 60 }, onGroupMsg: () => {} },
      { ...memoryInbox(), accept: () => new Promise(() => {}) },
    );
    expect((await send(app, groupMsg(1))).status).toBe(503);
    expect(failures).toMatchObject([
      { kind: 'inboxUnavailable', cause: new Error('it did not answer before the deadline') },
    ]);
  });

  it('takes a body of any depth, since it is stored as it came', async () => {
    const depths: boolean[] = [];
    const onGroupMsg = ({ body: { Deep } }: AnyEvent & { body: { Deep?: unknown } }) => {
      depths.push(Array.isArray(Deep));
    };
    const { app, inbox } = withInbox({ tencent: { sdkAppId }, onGroupMsg });
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const sent = groupMsg(1);
    const res = await send(app, { ...sent, body: sent.body.replace(/}$/, `,"Deep":${deep}}`) });
    await eventually(() => isIdle(inbox));
    expect([res.status, depths]).toEqual([200, [true]]);
  });

  describe('stores the body', () => {
    /** What the inbox was given for a body with these words in it. */
    async function storedFor(text: string | Buffer, options: object = {}): Promise<StoredDelivery[]> {
      const inbox = memoryInbox();
      const stored: StoredDelivery[] = [];
      const accept = (one: StoredDelivery) => {
        stored.push(one);
        return inbox.accept(one);
      };
      const { app } = withInbox({ onGroupMsg: () => {}, ...options }, { ...inbox, accept });
      const { status } = await send(app, { ...groupMsg(1), body: text } as ReturnType<typeof groupMsg>);
      expect(status).toBe(200);
      return stored;
    }
    const text = JSON.stringify(body(1), null, 2);

    it('as it came, spaces and all', async () => {
      expect(await storedFor(text)).toMatchObject([{ body: text }]);
    });

    it('without a byte order mark, and with integers that no double holds as strings', async () => {
      const [stored] = await storedFor(`\ufeff${text.replace('"@TGS#1"', '"@TGS#1", "Big": 9007199254740993123')}`);
      expect(JSON.parse(stored?.body ?? '')).toEqual({ ...body(1), Big: '9007199254740993123' });
    });
  });

  it('hands its first attempt the body as it was decoded, and the next ones what was stored', async () => {
    const bodies: { MsgBody: unknown[] }[] = [];
    const onGroupMsg = ({ body: got }: AnyEvent & { body: { MsgBody: unknown[] } }) => {
      bodies.push(structuredClone(got));
      got.MsgBody.pop(); // it is the handler's own
      if (bodies.length < 3) throw new Error('not yet');
    };
    const { app, inbox } = withInbox({ onGroupMsg });
    await send(app, groupMsg(1));
    await eventually(() => isIdle(inbox));
    expect(bodies).toMatchObject([body(1), body(1), body(1)]);
  });

  describe.each<[string, OwnStep]>([
    ['parsed', { after: 'parseBody', run: ({ body: parsed }) => void (parsed.MsgBody as unknown[]).pop() }],
    ['decoded', { after: 'decodeRequest', run: ({ event }) => void (event.body as Body).MsgBody.pop() }],
  ])('stores what a step of the host has made of a %s body', (_when, step) => {
    it('and hands every attempt the same', async () => {
      const bodies: unknown[] = [];
      const onGroupMsg = ({ body: got }: AnyEvent) => {
        bodies.push(structuredClone(got));
        if (bodies.length < 2) throw new Error('not yet');
      };
      const { app, inbox } = withInbox({ steps: [step], onGroupMsg });
      await send(app, groupMsg(1));
      await eventually(() => isIdle(inbox));
      expect(bodies).toMatchObject([body(1, { MsgBody: [] }), body(1, { MsgBody: [] })]);
    });
  });

  it('hands the handler what was stored, whatever a middleware that has asked for the body does to it', async () => {
    const bodies: unknown[] = [];
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const onGroupMsg = async ({ body: got }: AnyEvent) => {
      bodies.push(structuredClone(got));
      await gate;
    };
    const { callbacks, inbox } = withInbox({ onGroupMsg });
    const emptied: unknown[] = [];
    const app = express().use((_req, res, next) => {
      res.on('finish', () => {
        const shown = recordOf(res)?.event?.body as Body | undefined;
        emptied.push(shown?.MsgBody.splice(0));
      });
      next();
    });
    app.use(path, callbacks);
    for (const seq of [1, 2]) await send(app, groupMsg(seq)); // the second one waits for the first of its conversation
    await eventually(() => emptied.length === 2);
    expect(emptied[1]).toEqual(body(2).MsgBody);
    open();
    await eventually(() => isIdle(inbox));
    expect(bodies).toMatchObject([body(1), body(2)]);
  });

  it('counts an attempt that takes too long as failed, and aborts its signal', async () => {
    const signals: AbortSignal[] = [];
    const onGroupMsg = ({ signal }: { signal: AbortSignal }) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise((resolve) => signal.addEventListener('abort', resolve)) : undefined;
    };
    const { app, failures, inbox } = withInbox({ onGroupMsg, worker: { timeoutMs: 40, backoffMs: 1 } });
    await send(app, groupMsg(1));
    await eventually(() => isIdle(inbox));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(failures.map(({ kind }) => kind).sort()).toEqual(['deadlinePassed', 'finishedLate']);
    expect(failures.find(({ kind }) => kind === 'deadlinePassed')).toMatchObject({ attempt: 1 });
  });

  it('lets hanging handlers of the inbox take no room from requests', async () => {
    const { app, callbacks, inbox, failures } = withInbox({
      onGroupMsg: () => new Promise(() => {}),
      beforeGroupMsg: () => ({ verdict: 'refuse', code: 10100 }),
      maxConcurrent: 2,
      worker: { timeoutMs: 5, attempts: 1 },
    });
    for (let seq = 1; seq <= 4; seq++) await send(app, groupMsg(seq));
    await eventually(async () => (await inbox.stats()).dead === 4);
    const before = tencent.composeRequest('Group.CallbackBeforeSendMsg', body(9), { path, sdkAppId });
    expect((await send(app, before)).body).toContain('"ErrorCode":10100');
    expect(failures.some(({ kind }) => kind === 'overloaded')).toBe(false);
    expect(await callbacks.drain({ timeoutMs: 5000 })).toEqual({ unfinished: 0 });
  });

  it('gives up a delivery whose attempts were all interrupted, without calling its handler once more', async () => {
    const inbox = memoryInbox();
    const onGroupMsg = jest.fn();
    const consume: Inbox['consume'] = (run, options) =>
      inbox.consume((attempt) => run({ ...attempt, attempt: attempt.attempt + 20 }), options);
    const { app, failures } = withInbox({ onGroupMsg }, { ...inbox, consume });
    await send(app, groupMsg(1));
    await eventually(async () => (await inbox.stats()).dead === 1);
    expect([onGroupMsg.mock.calls.length, failures.map(({ kind }) => kind)]).toEqual([0, ['interrupted']]);
  });

  it('survives what a newer version has stored', async () => {
    const inbox = memoryInbox();
    await inbox.open();
    await inbox.accept(delivery({ vendor: 'wechat', body: '{}' }));
    const { failures } = withInbox({ onGroupMsg: () => {}, worker: { attempts: 1 } }, inbox);
    await eventually(async () => (await inbox.stats()).dead === 1);
    expect(failures).toMatchObject([{ kind: 'noHandler' }]);
  });

  it('reports optional fields that were left out, once', async () => {
    const { app, failures, inbox } = withInbox({ onGroupMsg: () => {} });
    await send(app, groupMsg(1, { MsgTime: { not: 'a time' } }));
    await eventually(() => isIdle(inbox));
    expect(failures.map(({ kind }) => kind)).toEqual(['fieldsDropped']);
  });

  it('gives onAny every stored event, and stores all for its sake', async () => {
    const any: string[] = [];
    const { app, settled, inbox } = withInbox({ onAny: (event: { command: string }) => any.push(event.command) });
    await send(app, groupMsg(1));
    await eventually(() => isIdle(inbox));
    expect([any, settled.map(({ outcome }) => outcome).sort()]).toEqual([
      ['Group.CallbackAfterSendMsg'],
      ['stored', 'unhandled'],
    ]);
  });
});

describe('opening the inbox', () => {
  it('is said by ready(), tried again by itself, and a callback waits for it', async () => {
    const inbox = memoryInbox();
    let failing = true;
    const open = jest.fn(async () => {
      if (failing) throw new Error('no such folder');
      return inbox.open();
    });
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const handled: unknown[] = [];
    const { app, callbacks, failures } = withInbox(
      { onGroupMsg: (event: unknown) => void handled.push(event) },
      { ...inbox, open },
    );
    await expect(callbacks.ready()).rejects.toThrow('no such folder');
    expect((await send(app, groupMsg(1))).status).toBe(503);
    expect(failures).toMatchObject([{ kind: 'inboxUnavailable', cause: new Error('no such folder') }]);
    failing = false;
    await eventually(() => open.mock.calls.length > 1);
    await eventually(async () => (await send(app, groupMsg(2))).status === 200);
    await eventually(() => handled.length > 0);
    expect(await callbacks.ready()).toMatchObject({ durability: 'none' });
    expect(warned.mock.calls.flat().join()).toContain('no such folder');
    warned.mockRestore();
  });

  it('is asked again by ready(): an inbox may lose its store', async () => {
    const inbox = memoryInbox();
    let isLost = false;
    const open = async () => (isLost ? Promise.reject(new Error('the file was removed')) : inbox.open());
    const { callbacks } = withInbox({ onGroupMsg: () => {} }, { ...inbox, open });
    expect(await callbacks.ready()).toMatchObject({ durability: 'none' });
    isLost = true;
    await expect(callbacks.ready()).rejects.toThrow('the file was removed');
  });

  it('reports faults outside any attempt to onFailure, without a vendor', async () => {
    const inbox = memoryInbox();
    const consume: Inbox['consume'] = (run, options) => {
      options.onFault?.({ fault: 'stalled', message: 'Redis says no', cause: new Error('OOM') });
      return inbox.consume(run, options);
    };
    const { callbacks, failures } = withInbox({ onGroupMsg: () => {} }, { ...inbox, consume });
    await callbacks.ready();
    expect(failures).toMatchObject([{ kind: 'workerStalled', reason: 'Redis says no', vendor: undefined }]);
  });

  it('resolves with nothing where there is no inbox', async () => {
    expect(await receiver({ tencent: { sdkAppId } }).callbacks.ready()).toBeUndefined();
  });
});

describe('draining', () => {
  it.each([
    ['with', () => withInbox({ onGroupMsg: () => {} })],
    ['without', () => receiver({ tencent: { sdkAppId } })],
  ])('is what ready() says at once, %s an inbox', async (_how, make) => {
    const { callbacks } = make();
    await callbacks.ready();
    const drained = callbacks.drain();
    await expect(callbacks.ready()).rejects.toThrow('drain() was called: no more callbacks are accepted');
    await drained;
    await expect(callbacks.ready()).rejects.toThrow('drain() was called');
  });

  it('finishes what runs, keeps the rest for the next process, and loses nothing', async () => {
    const inbox = memoryInbox();
    const first: number[] = [];
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = async ({ body: { MsgSeq } }: { body: { MsgSeq: number } }) => {
      await finished;
      first.push(MsgSeq);
    };
    const { app, callbacks } = withInbox({ onGroupMsg: slow, worker: { concurrency: 2 } }, inbox);
    for (let seq = 1; seq <= 5; seq++) await send(app, groupMsg(seq, { GroupId: `@TGS#${seq}` }));
    const drained = callbacks.drain({ timeoutMs: 5000 });
    setTimeout(finish, 50);
    expect(await drained).toEqual({ unfinished: 0 });
    expect(first.sort()).toEqual([1, 2]);
    expect((await send(app, groupMsg(6))).status).toBe(503);
    const second: number[] = [];
    withInbox({ onGroupMsg: ({ body: { MsgSeq } }: { body: { MsgSeq: number } }) => second.push(MsgSeq) }, inbox);
    await eventually(() => second.length === 3);
    expect(second.sort()).toEqual([3, 4, 5]);
  });

  it('hands back what does not end in time', async () => {
    const inbox = memoryInbox();
    const reasons: unknown[] = [];
    const stuck = ({ signal }: { signal: AbortSignal }) =>
      new Promise(() => signal.addEventListener('abort', () => reasons.push(signal.reason.name)));
    const { app, callbacks } = withInbox({ onGroupMsg: stuck }, inbox);
    await send(app, groupMsg(1));
    await eventually(async () => (await inbox.stats()).running === 1);
    expect(await callbacks.drain({ timeoutMs: 20 })).toEqual({ unfinished: 1 });
    expect(reasons).toEqual(['AbortError']);
    const again = jest.fn();
    withInbox({ onGroupMsg: again }, inbox);
    await eventually(() => again.mock.calls.length === 1);
  });
});

describe('workers apart from the receiver', () => {
  it('handle what a receiver with worker: false has stored, whatever it is', async () => {
    const inbox = memoryInbox();
    const { app, settled } = withInbox({ worker: false }, inbox);
    expect((await send(app, groupMsg(1))).status).toBe(200);
    await send(app, tencent.composeRequest('Group.CallbackAfterGroupFull', { GroupId: '@TGS#1' }, { path, sdkAppId }));
    await pause(20);
    expect(await inbox.stats()).toMatchObject({ waiting: 2 });
    const seen: string[] = [];
    const outcomes: unknown[] = [];
    const worker = startWorker({
      inbox,
      onGroupMsg: (event) => void seen.push(event.command),
      onSettled: ({ outcome, attempt }) => outcomes.push([outcome, attempt]),
    });
    expect(await worker.ready()).toMatchObject({ durability: 'none' });
    await eventually(() => outcomes.length === 2);
    expect(seen).toEqual(['Group.CallbackAfterSendMsg']);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        ['handled', 1],
        ['unhandled', 1],
      ]),
    );
    expect(settled.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
    expect(await worker.drain()).toEqual({ unfinished: 0 });
  });

  it('leave a delivery that the accepting process had a handler for to a worker that has it, too', async () => {
    const inbox = memoryInbox();
    const { app } = withInbox({ worker: false, onGroupMsg: () => {} }, inbox);
    await send(app, groupMsg(1));
    const failures: unknown[] = [];
    const worker = startWorker({
      inbox,
      onC2cMsg: () => {},
      onFailure: ({ kind, attempt }) => failures.push([kind, attempt]),
      worker: { backoffMs: 1, attempts: 2 },
    });
    await eventually(async () => (await inbox.stats()).dead === 1);
    expect(failures).toEqual([
      ['noHandler', 1],
      ['noHandler', 2],
    ]);
    await worker.drain();
  });
});

describe('options', () => {
  const build = (options: object) => () => receiver({ tencent: { sdkAppId }, ...options });
  it.each([
    [
      { inbox: {} },
      'imCallbacks: option inbox must be an inbox, e.g. sqliteInbox({ file }); got an object (not shown)',
    ],
    [{ worker: {} }, 'imCallbacks: option worker needs an inbox; add inbox: sqliteInbox({ file }), or leave it out'],
    [{ onGap() {} }, 'imCallbacks: option onGap needs an inbox; add inbox: sqliteInbox({ file }), or leave it out'],
    [
      { inbox: memoryInbox(), worker: { attempt: 3 } },
      'imCallbacks: there is no option worker.attempt; did you mean attempts?',
    ],
    [
      { inbox: memoryInbox(), worker: { concurrency: 0 } },
      'imCallbacks: option worker.concurrency must be a whole number of deliveries from 1 to 10000; got 0',
    ],
    [
      { inbox: memoryInbox(), worker: true },
      'imCallbacks: option worker must be options of the worker, or false; got true',
    ],
  ])('%# is refused with what to write', (options, message) => {
    expect(build(options)).toThrow(new TypeError(message));
  });

  it('startWorker refuses what is not its business', () => {
    expect(() => startWorker({ inbox: memoryInbox(), tencent: {} } as never)).toThrow('there is no option tencent');
    expect(() => startWorker({} as never)).toThrow('startWorker: nothing to work on');
  });
});
