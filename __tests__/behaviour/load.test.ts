import type { ServerResponse } from 'node:http';
import express from 'express';
import request from 'supertest';
import { allow, imCallbacks } from '../../src';
import { makeAdmission } from '../../src/flow/admission';
import { composeRequest } from '../../src/vendors/tencent';
import { receiver, sdkAppId, send } from '../support/send';

const path = '/im-callback';
const ok = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}';
const refused = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":1}';
const receipt = composeRequest(
  'Group.CallbackAfterReadReceipt',
  { GroupId: 'g', GroupMsgReceiptList: [] },
  { path, sdkAppId },
);
const message = composeRequest(
  'Group.CallbackBeforeSendMsg',
  { GroupId: 'g', From_Account: 'a', MsgBody: [] },
  { path, sdkAppId },
);
const tick = () => new Promise((resolve) => setTimeout(resolve, 10));

/** A handler that says when it was called, and waits until it is told to go on. */
function gate() {
  let open = () => {};
  let enter = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const entered = new Promise<void>((resolve) => {
    enter = resolve;
  });
  const handler = () => {
    enter();
    return opened;
  };
  return { open, entered, handler };
}

describe('makeAdmission', () => {
  it('lets in as many as there is room for', () => {
    const admission = makeAdmission(2);
    expect([admission.enter(), admission.enter(), admission.enter(), admission.running]).toEqual([
      true,
      true,
      false,
      2,
    ]);
    admission.leave();
    expect(admission.enter()).toBe(true);
  });

  it('drains: accepts nothing more, and resolves when the last one has left', async () => {
    const admission = makeAdmission(2);
    admission.enter();
    const drained = admission.drain(1000);
    expect(admission.enter()).toBe(false);
    admission.leave();
    expect(await drained).toBe(0);
    expect(await admission.drain(1000)).toBe(0);
  });

  it('waits for all that an answer brings about in the same turn, however many promises that takes', async () => {
    const admission = makeAdmission(1);
    let isAnswered = false;
    async function request(): Promise<void> {
      await admission.outside(new Promise<void>((resolve) => setTimeout(resolve, 1)));
      for (let step = 0; step < 20; step++) await undefined;
      isAnswered = true;
    }
    void request();
    expect(await admission.drain(10_000)).toBe(0);
    expect(isAnswered).toBe(true);
  });

  it('gives up after its time and says how many are left', async () => {
    const admission = makeAdmission(2);
    admission.enter();
    admission.enter();
    expect(await admission.drain(10)).toBe(2);
  });
});

describe('beyond maxConcurrent', () => {
  it('a before-callback gets the verdict of its policy at once, an after-callback 503', async () => {
    for (const [failurePolicy, bytes] of [
      ['allow', ok],
      ['refuse', refused],
    ]) {
      const { open, entered, handler } = gate();
      const handlers = { onReadReceipt: handler, beforeGroupMsg: () => allow() };
      const options = { tencent: { sdkAppId }, maxConcurrent: 1, ...handlers };
      const { app, failures, settled } = receiver({ ...options, failurePolicy });
      const first = send(app, receipt);
      await entered;
      const [before, after] = [await send(app, message), await send(app, receipt)];
      expect([before.status, before.body, after.status]).toEqual([200, bytes, 503]);
      expect(JSON.parse(after.body)).toMatchObject({
        ActionStatus: 'FAIL',
        ErrorInfo: '1 callbacks are running already',
      });
      expect(failures.map(({ kind }) => kind)).toEqual(['overloaded', 'overloaded']);
      expect(settled.map(({ status }) => status)).toEqual([200, 503]);
      open();
      expect((await first).body).toBe(ok);
      expect((await send(app, receipt)).body).toBe(ok);
    }
  });

  it('a handler that runs on after its deadline keeps its place', async () => {
    const { open, handler } = gate();
    const { app } = receiver({ tencent: { sdkAppId, deadlineMs: 10 }, maxConcurrent: 1, onReadReceipt: handler });
    expect((await send(app, receipt)).body).toBe(ok);
    expect((await send(app, receipt)).status).toBe(503);
    open();
    await tick();
    expect((await send(app, receipt)).status).toBe(200);
  });

  it('a command whose reply is made from its body is read, so that its reply does not break the operation, and its handler is not called', async () => {
    const { open, entered, handler } = gate();
    const called: string[] = [];
    const { app, callbacks } = receiver({
      tencent: { sdkAppId },
      openim: {},
      maxConcurrent: 1,
      onReadReceipt: handler,
      beforeGroupInfo: () => called.push('info'),
      beforeFriendRequest: () => called.push('friend'),
    });
    const first = send(app, receipt);
    await entered;
    const info = { groupID: 'g', groupName: 'Lunch', faceURL: 'f', introduction: 'i' };
    const echo = await request(app).post(`${path}/callbackBeforeSetGroupInfoCommand`).send(info);
    const friends = { From_Account: 'a', FriendItem: [{ To_Account: 'b' }] };
    const friend = await send(app, composeRequest('Sns.CallbackPrevFriendAdd', friends, { path, sdkAppId }));
    expect(JSON.parse(echo.text)).toMatchObject({ actionCode: 0, nextCode: 0, ...info });
    expect(JSON.parse(friend.body)).toMatchObject({ ErrorCode: 0, ResultItem: [{ To_Account: 'b', ResultCode: 0 }] });
    expect(called).toEqual([]);
    open();
    await first;
    expect(await callbacks.drain()).toEqual({ unfinished: 0 });
    const drained = await send(app, composeRequest('Sns.CallbackPrevFriendAdd', friends, { path, sdkAppId }));
    expect([JSON.parse(drained.body).ResultItem.length, called]).toEqual([1, []]);
  });

  it('a forged call takes no place', async () => {
    const { open, entered, handler } = gate();
    const { app } = receiver({ tencent: { sdkAppId }, maxConcurrent: 1, onReadReceipt: handler });
    const first = send(app, receipt);
    await entered;
    expect((await request(app).post(`${path}?SdkAppid=1`).send({})).status).toBe(403);
    open();
    expect((await first).body).toBe(ok);
  });
});

describe('drain', () => {
  it('finishes what runs, accepts nothing more, and counts what is left', async () => {
    const { open, entered, handler } = gate();
    const handlers = { onReadReceipt: handler, beforeGroupMsg: () => allow() };
    const callbacks = imCallbacks({ tencent: { sdkAppId }, ...handlers, failurePolicy: 'refuse' });
    const app = express().use(path, callbacks);
    const first = send(app, receipt);
    await entered;
    expect(await callbacks.drain({ timeoutMs: 10 })).toEqual({ unfinished: 1 });
    const [before, after] = [await send(app, message), await send(app, receipt)];
    expect([before.body, after.status]).toEqual([refused, 503]);
    const drained = callbacks.drain();
    open();
    expect(await drained).toEqual({ unfinished: 0 });
    expect((await first).body).toBe(ok);
  });

  it.each([Number.NaN, -1, '1000' as never])('refuses timeoutMs %p', async (timeoutMs) => {
    await expect(imCallbacks({ tencent: { sdkAppId } }).drain({ timeoutMs })).rejects.toThrow(TypeError);
  });

  it('takes a time longer than any timer', async () => {
    const { open, entered, handler } = gate();
    const callbacks = imCallbacks({ tencent: { sdkAppId }, onReadReceipt: handler });
    const first = send(express().use(path, callbacks), receipt);
    await entered;
    const drained = callbacks.drain({ timeoutMs: Number.POSITIVE_INFINITY });
    await tick();
    open();
    expect(await drained).toEqual({ unfinished: 0 });
    await first;
  });

  it('waits for handlers that run on after their deadline', async () => {
    const { open, handler } = gate();
    const callbacks = imCallbacks({ tencent: { sdkAppId, deadlineMs: 10 }, onReadReceipt: handler });
    await send(express().use(path, callbacks), receipt);
    expect(await callbacks.drain({ timeoutMs: 10 })).toEqual({ unfinished: 1 });
    const drained = callbacks.drain();
    open();
    expect(await drained).toEqual({ unfinished: 0 });
  });

  describe('while requests wait for their app', () => {
    /** Apps whose look-ups are answered one by one, and the answers so far. */
    function lookUps(options: object = {}) {
      const answers: ServerResponse[] = [];
      const found: ((app: object) => void)[] = [];
      const resolveApp = () => new Promise<never>((resolve) => found.push(resolve as (app: object) => void));
      const callbacks = imCallbacks({ tencent: { resolveApp }, ...options });
      const app = express().use((_req, res, next) => {
        answers.push(res);
        next();
      });
      return { app: app.use(path, callbacks), callbacks, answers, found };
    }
    const resolved = { sdkAppId, unsigned: true };
    const other = composeRequest('State.StateChange', {}, { path, sdkAppId: 1400000002 });

    it('waits until they are answered', async () => {
      const { app, callbacks, answers, found } = lookUps();
      const sent = send(app, receipt);
      while (found.length === 0) await tick();
      const drained = callbacks.drain();
      await tick();
      found[0]?.(resolved);
      expect(await drained).toEqual({ unfinished: 0 });
      expect(answers.map(({ writableEnded }) => writableEnded)).toEqual([true]);
      expect((await sent).status).toBe(503);
    });

    it('counts them where its time is over, and does not wait for those that come after it has begun', async () => {
      const { app, callbacks, found } = lookUps();
      const first = send(app, receipt);
      while (found.length === 0) await tick();
      expect(await callbacks.drain({ timeoutMs: 10 })).toEqual({ unfinished: 1 });
      const second = send(app, other);
      while (found.length === 1) await tick();
      const drained = callbacks.drain();
      found[0]?.(resolved);
      expect(await drained).toEqual({ unfinished: 0 });
      found[1]?.({ ...resolved, sdkAppId: 1400000002 });
      expect([(await first).status, (await second).status]).toEqual([503, 503]);
    });

    it('they take no place of those that are let in', async () => {
      const { app, found } = lookUps({ maxConcurrent: 1 });
      const [first, second] = [send(app, receipt), send(app, other)];
      while (found.length < 2) await tick();
      found[1]?.({ ...resolved, sdkAppId: 1400000002 });
      expect((await second).status).toBe(200);
      found[0]?.(resolved);
      expect((await first).status).toBe(200);
    });
  });
});
