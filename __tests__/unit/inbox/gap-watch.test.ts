import { type Gap, startWorker } from '../../../src';
import type { SequenceStore } from '../../../src/inbox/inbox';
import { memoryInbox } from '../../../src/inbox/memory';
import { sqliteInbox } from '../../../src/inbox/sqlite';
import * as tencent from '../../../src/vendors/tencent';
import { eventually, isIdle, pause } from '../../support/inbox/deliveries';
import { freshFile } from '../../support/inbox/sqlite/files';
import { receiver, sdkAppId, send } from '../../support/send';

const path = '/im-callback';
const message = (MsgSeq: number, more: object = {}) =>
  tencent.composeRequest(
    'Group.CallbackAfterSendMsg',
    { GroupId: '@TGS#1', From_Account: 'u_alice', Random: MsgSeq, MsgSeq, MsgBody: [], ...more },
    { path, sdkAppId },
  );

let drain: (() => Promise<unknown>) | undefined;
afterEach(() => drain?.());

function watched(options: object, inbox = memoryInbox()) {
  const gaps: Gap[] = [];
  const handled: number[] = [];
  const made = receiver({
    tencent: { sdkAppId },
    inbox,
    onGroupMsg: ({ body }: { body: { MsgSeq: number } }) => void handled.push(body.MsgSeq),
    onGap: (gap: Gap) => void gaps.push(gap),
    worker: { gapGraceMs: 60 },
    ...options,
  });
  drain = () => made.callbacks.drain({ timeoutMs: 0 });
  return { ...made, gaps, handled, inbox };
}

describe('onGap', () => {
  it('tells which messages never came, once, and where', async () => {
    const { app, gaps, handled } = watched({});
    for (const seq of [10, 11, 15, 16]) await send(app, message(seq));
    await eventually(() => gaps.length > 0);
    await pause(150);
    expect(handled).toEqual([10, 11, 15, 16]);
    expect(gaps).toEqual([
      {
        vendor: 'tencent',
        appId: String(sdkAppId),
        conversation: `tencent/${sdkAppId}/group/%40TGS%231`,
        kind: 'group',
        ids: ['@TGS#1'],
        from: 12,
        to: 14,
      },
    ]);
  });

  it('says nothing of what comes late within the grace time, nor of online-only messages', async () => {
    const { app, gaps, handled } = watched({ worker: { gapGraceMs: 400 } });
    await send(app, message(1));
    await send(app, message(4_100_200_300, { OnlineOnlyFlag: 1 }));
    await send(app, message(3_999_000_111)); // one without the flag, as older traffic has them
    await send(app, message(3));
    await send(app, message(2));
    await eventually(() => handled.length === 5);
    await pause(600);
    expect(gaps).toEqual([]);
  });

  it('keeps conversations apart, topics too', async () => {
    const { app, gaps, handled } = watched({});
    await send(app, message(1));
    await send(app, message(7, { TopicId: '@TGS#1_t' }));
    await send(app, message(9, { TopicId: '@TGS#1_t' }));
    await send(app, message(50, { GroupId: '@TGS#2' }));
    await eventually(() => handled.length === 4 && gaps.length === 1);
    expect(gaps).toMatchObject([{ ids: ['@TGS#1', '@TGS#1_t'], from: 8, to: 8 }]);
  });

  it('finds what was missed while nothing ran', async () => {
    const inbox = memoryInbox();
    const first = watched({}, inbox);
    await send(first.app, message(1));
    await eventually(() => first.handled.length === 1);
    await first.callbacks.drain();
    const second = watched({}, inbox);
    await send(second.app, message(5));
    await eventually(() => second.gaps.length === 1);
    expect(second.gaps).toMatchObject([{ from: 2, to: 4 }]);
  });

  it('reports a gap once, though messages come meanwhile', async () => {
    const told: number[] = [];
    const onGap = async ({ from }: Gap) => {
      told.push(from);
      await pause(80);
    };
    const { app, handled } = watched({ onGap, worker: { gapGraceMs: 60 } });
    await send(app, message(1));
    for (let seq = 3; seq < 30; seq++) {
      await send(app, message(seq));
      await pause(20);
    }
    await eventually(() => handled.length === 28);
    await pause(200);
    expect(told).toEqual([2]);
  });

  it('costs no attempt where the numbers cannot be stored', async () => {
    const inbox = memoryInbox();
    const away = async () => Promise.reject(new Error('no room'));
    const sequences = { ...inbox.sequences, replace: away };
    const { app, handled, failures } = watched({}, { ...inbox, sequences });
    await send(app, message(1));
    await eventually(() => handled.length === 1);
    expect(failures).toMatchObject([{ kind: 'hookFailed', hook: 'onGap', cause: new Error('no room') }]);
  });

  it('is told again when it rejects', async () => {
    const onGap = jest.fn().mockRejectedValueOnce(new Error('history away')).mockResolvedValue(undefined);
    const { app, failures } = watched({ onGap });
    await send(app, message(1));
    await send(app, message(3));
    await eventually(() => onGap.mock.calls.length === 2);
    expect(failures).toMatchObject([{ kind: 'hookFailed', hook: 'onGap', vendor: 'tencent' }]);
    await pause(200);
    expect(onGap).toHaveBeenCalledTimes(2);
  });

  it('counts a number when it is accepted: one that waits behind a failing delivery is no gap', async () => {
    let isWell = false;
    const onGroupMsg = ({ body }: { body: { MsgSeq: number } }) => {
      if (body.MsgSeq === 3 && !isWell) throw new Error('database away');
    };
    const { app, gaps, inbox } = watched({ onGroupMsg, worker: { gapGraceMs: 60, backoffMs: 20, maxBackoffMs: 20 } });
    for (const seq of [1, 3, 2]) await send(app, message(seq));
    await pause(400);
    expect(gaps).toEqual([]);
    isWell = true;
    await eventually(() => isIdle(inbox));
    await pause(150);
    expect(gaps).toEqual([]);
  });

  it('counts a number whose process died between accepting and counting it, though it waits on', async () => {
    const file = freshFile();
    const never = () => new Promise(() => {});
    const store = sqliteInbox({ file });
    let isDead = false;
    const replace: SequenceStore['replace'] = async (...change) =>
      isDead ? (never() as Promise<boolean>) : store.sequences.replace(...change);
    const dying = { ...store, sequences: { ...store.sequences, replace } };
    const first = watched({ onGroupMsg: never, worker: { gapGraceMs: 10_000 } }, dying);
    for (const seq of [10, 12]) await send(first.app, message(seq));
    await eventually(
      async () => (await store.sequences.due(Date.now() + 60_000, 1))[0]?.state.includes('[11,11') ?? false,
    );
    isDead = true;
    for (const seq of [11, 13]) await send(first.app, message(seq));
    await first.callbacks.drain({ timeoutMs: 0 });

    const { app, gaps } = watched({ onGroupMsg: never }, sqliteInbox({ file }));
    await send(app, message(15));
    await eventually(() => gaps.length > 0);
    await pause(300);
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([[14, 14]]);
  });

  it('counts many that come at once in one conversation, in few changes', async () => {
    const inbox = memoryInbox();
    const replace = jest.fn(inbox.sequences.replace);
    const { app, gaps, handled, failures } = watched({}, { ...inbox, sequences: { ...inbox.sequences, replace } });
    await send(app, message(1));
    const numbers = Array.from({ length: 200 }, (_, i) => i + 2).filter((seq) => seq !== 50);
    await Promise.all(numbers.map((seq) => send(app, message(seq))));
    await eventually(() => handled.length === 200 && gaps.length === 1);
    expect(gaps).toMatchObject([{ from: 50, to: 50 }]);
    expect(failures).toEqual([]);
  });

  it.each(['no JSON', 'null', '{"top":"x"}'])(
    'what is stored of a conversation is damaged (%s): told, and of no other',
    async (state) => {
      const inbox = memoryInbox();
      const { app, gaps, failures } = watched({}, inbox);
      await inbox.sequences.replace(`tencent/${sdkAppId}/group/%40TGS%232`, undefined, state, 1);
      for (const seq of [1, 3]) await send(app, message(seq));
      await eventually(() => gaps.length > 0);
      for (const seq of [5, 7]) await send(app, message(seq, { GroupId: '@TGS#2' }));
      await eventually(() => gaps.length > 1);
      expect(gaps.map(({ ids, from }) => [...ids, from])).toEqual([
        ['@TGS#1', 2],
        ['@TGS#2', 6],
      ]);
      expect(failures).toMatchObject([{ kind: 'inboxFault', message: expect.stringContaining('counting restarts') }]);
    },
  );

  it('is not told late by a day where the clock is set back', async () => {
    let ahead = 24 * 3_600_000;
    const { app, gaps, handled } = watched({ clock: () => Date.now() + ahead, worker: { gapGraceMs: 100 } });
    for (const seq of [1, 3]) await send(app, message(seq));
    await eventually(() => handled.length === 2);
    ahead = 0;
    await eventually(() => gaps.length === 1, 3000);
    expect(gaps).toMatchObject([{ from: 2, to: 2 }]);
  });

  it('counts in a process that only accepts, once a worker elsewhere watches', async () => {
    const inbox = memoryInbox();
    const told: Gap[] = [];
    const worker = startWorker({
      inbox,
      onGroupMsg: () => new Promise(() => {}), // the worker hangs, so that nothing is counted by handling
      onGap: (gap) => void told.push(gap),
      worker: { concurrency: 1, gapGraceMs: 60 },
    });
    await worker.ready();
    await eventually(async () => (await inbox.sequences.read('')) !== undefined);
    const web = receiver({ tencent: { sdkAppId }, inbox, worker: false });
    for (const seq of [1, 2, 5]) await send(web.app, message(seq));
    await eventually(() => told.length === 1);
    expect(told).toMatchObject([{ from: 3, to: 4 }]);
    await worker.drain({ timeoutMs: 0 });
  });

  it('costs a process that only accepts nothing where nobody watches', async () => {
    const inbox = memoryInbox();
    const replace = jest.fn(inbox.sequences.replace);
    const web = receiver({
      tencent: { sdkAppId },
      inbox: { ...inbox, sequences: { ...inbox.sequences, replace } },
      worker: false,
    });
    for (const seq of [1, 2, 5]) await send(web.app, message(seq));
    await pause(50);
    expect(replace).not.toHaveBeenCalled();
    await web.callbacks.drain();
  });
});
