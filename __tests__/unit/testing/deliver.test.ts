import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import express4 from 'express4';
import { allow, drop, imCallbacks, refuse, rewrite } from '../../../src';
import { memoryInbox } from '../../../src/inbox/memory';
import { deliver } from '../../../src/testing';

const sdkAppId = 1400000001;
const token = 'a-token-of-tests';
const secret = 'a-secret-of-sixteen-letters';
const before = 'Group.CallbackBeforeSendMsg';
const after = 'Group.CallbackAfterSendMsg';

function held() {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

describe('what comes of a delivery', () => {
  const decide = (verdict: () => unknown) =>
    imCallbacks({ tencent: { sdkAppId, token }, openim: { secret }, beforeGroupMsg: verdict } as never);

  it('has the verdict in the words of a handler, the reply and the time', async () => {
    const delivered = await deliver(
      decide(() => refuse({ code: 10100, info: 'no spam' })),
      before,
    );
    expect(delivered).toMatchObject({
      verdict: refuse({ code: 10100, info: 'no spam' }),
      conclusion: { result: 'refused', sender: 'refuses', callerSees: 10100 },
      ack: { ActionStatus: 'OK', ErrorCode: 10100, ErrorInfo: 'no spam' },
      text: '{"ActionStatus":"OK","ErrorInfo":"no spam","ErrorCode":10100}',
      status: 200,
      request: { method: 'POST' },
    });
    expect(delivered.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(delivered.ms).toBeGreaterThan(0);
    await delivered.settled();
  });

  it.each([
    ['allow', () => allow(), allow()],
    ['drop', () => drop(), drop()],
    ['rewrite', () => rewrite({ CloudCustomData: 'x' }), rewrite({ CloudCustomData: 'x' })],
  ])('knows %s', async (_name, handler, verdict) => {
    expect((await deliver(decide(handler), before)).verdict).toEqual(verdict);
  });

  it('knows the refusal of OpenIM, with its detail', async () => {
    const said = refuse({ code: 20100, info: 'no', detail: 'rule 7' });
    const { verdict, ack } = await deliver(
      decide(() => said),
      'callbackBeforeSendGroupMsgCommand',
    );
    expect(verdict).toEqual(said);
    expect(ack?.nextCode).toBe(1);
  });

  it('has no verdict after the fact, nor where the callback failed', async () => {
    const broken = imCallbacks({ tencent: { sdkAppId }, onGroupMsg: () => Promise.reject(new Error('db down')) });
    const handled = await deliver(broken, after);
    expect([handled.verdict, handled.conclusion.result]).toEqual([undefined, 'ignored']);
    expect(handled.ack).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 1 });
    const refused = await deliver(broken, before, {}, { sdkAppId: 2 });
    expect([refused.verdict, refused.status]).toEqual([undefined, 403]);
    expect(refused.conclusion).toMatchObject({ result: 'failed', because: 'badStatus', sender: 'goesOn' });
  });
});

describe('the body', () => {
  it('is the sample with the overrides in it', async () => {
    const bodies: unknown[] = [];
    const callbacks = imCallbacks({ tencent: { sdkAppId }, onGroupMsg: ({ body }) => void bodies.push(body) });
    const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'spam' } }];
    await deliver(callbacks, after, { GroupId: 'g', MsgBody });
    expect(bodies).toEqual([expect.objectContaining({ GroupId: 'g', MsgBody, Type: expect.any(String) })]);
  });
});

describe('where it goes', () => {
  const handlers = { beforeGroupMsg: () => refuse({ info: 'no' }) };
  const callbacks = () => imCallbacks({ tencent: { sdkAppId, token }, openim: { secret }, ...handlers });

  it.each([
    ['the receiver itself', () => callbacks()],
    ['an app of Express 5', () => express().use('/im-callback', callbacks())],
    ['an app of Express 4', () => express4().use('/im-callback', callbacks())],
    ['an app with a parser in front', () => express().use(express.json()).use('/im-callback', callbacks())],
    ['an app with a router', () => express().use(express.Router().use('/im-callback', callbacks()))],
    ['a router', () => express.Router().use('/im-callback', callbacks())],
  ])('%s: signed and with the secret, unasked', async (_name, target) => {
    expect((await deliver(target(), before)).verdict).toEqual(refuse({ info: 'no' }));
    const openim = await deliver(target(), 'callbackBeforeSendGroupMsgCommand');
    expect(openim.verdict ?? openim.text).toEqual(refuse({ info: 'no' }));
  });

  it('an app with a route: signed, unasked', async () => {
    const { verdict } = await deliver(express().post('/im-callback', callbacks()), before);
    expect(verdict).toEqual(refuse({ info: 'no' }));
  });

  it('an app in an app, with what the kit cannot find there as options', async () => {
    const app = express().use(express().use('/im-callback', callbacks()));
    expect((await deliver(app, before, {}, { sdkAppId, token })).verdict).toEqual(refuse({ info: 'no' }));
    await expect(deliver(app, before)).rejects.toThrow('deliver: option sdkAppId is missing');
  });

  it('another path, and a sentence where there is no receiver', async () => {
    const app = express().use('/hooks/im', callbacks());
    expect((await deliver(app, before, {}, { path: '/hooks/im' })).status).toBe(200);
    await expect(deliver(app, before)).rejects.toThrow(
      new TypeError(`deliver: no receiver at /im-callback; where is imCallbacks mounted? Write { path: '/…' }`),
    );
  });

  it('a sentence where somebody else answered', async () => {
    const app = express()
      .use((_req, res) => void res.status(401).set('WWW-Authenticate', 'Basic').send('who are you?\u001b[2J'))
      .use('/im-callback', callbacks());
    await expect(deliver(app, before)).rejects.toThrow(
      new TypeError(
        'deliver: something in front of imCallbacks answered 401, which asks for Basic: who are you?\\u001b[2J; let callbacks pass it, or mount imCallbacks before it',
      ),
    );
  });

  it.each([
    ['no code', refuse({ info: 'no' })],
    ['the plain code', refuse({ code: 1, info: 'no' })],
    ['a code of its own', refuse({ code: 10100, info: 'no' })],
    ['a text alone', refuse('no')],
  ])('gives back a refusal as the handler wrote it, with %s', async (_how, refusal) => {
    const receiver = imCallbacks({ tencent: { sdkAppId, token }, beforeGroupMsg: () => refusal });
    expect((await deliver(receiver, before)).verdict).toEqual(refusal);
  });

  it('takes a handler for the command of the vendor that is mounted', async () => {
    const seen: string[] = [];
    const onGroupMsg = ({ command }: { command: string }) => void seen.push(command);
    await deliver(imCallbacks({ tencent: { sdkAppId }, onGroupMsg }), 'onGroupMsg', { GroupId: 'g' });
    await deliver(imCallbacks({ openim: {}, onGroupMsg }), 'onGroupMsg', { groupID: 'g' });
    const both = imCallbacks({ tencent: { sdkAppId }, openim: {}, onGroupMsg });
    expect(seen).toEqual(['Group.CallbackAfterSendMsg', 'callbackAfterSendGroupMsgCommand']);
    await expect(deliver(both, 'onGroupMsg')).rejects.toThrow(
      "onGroupMsg handles several commands; write one of 'Group.CallbackAfterSendMsg', 'callbackAfterSendGroupMsgCommand'",
    );
    expect((await deliver(both, 'onOfficialAccountMsg')).status).toBe(200);
  });

  it('a URL', async () => {
    const server = http.createServer(callbacks()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/im`);
    const { verdict } = await deliver(url, before, {}, { sdkAppId, token });
    expect(verdict).toEqual(refuse({ info: 'no' }));
    await expect(deliver(`${url}`, before)).rejects.toThrow('deliver: option sdkAppId is missing');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const { conclusion, status, ack } = await deliver(url, 'callbackAfterSendGroupMsgCommand');
    expect([conclusion.result, status, ack]).toEqual(['failed', 0, undefined]);
  });

  it('and where it sends the caller elsewhere', async () => {
    const app = express().use((_req, res) => void res.redirect('/login'));
    await expect(deliver(app, before, {}, { sdkAppId })).rejects.toThrow(
      'deliver: something in front of imCallbacks answered 302: Found. Redirecting to /login; let callbacks pass it',
    );
  });
});

describe('who sends', () => {
  it('takes what the options say before what the receiver says', async () => {
    const failures: string[] = [];
    const callbacks = imCallbacks({
      tencent: { sdkAppId, token },
      openim: { secret, serverVersion: '2.3' },
      onFailure: ({ kind }) => failures.push(kind),
    });
    await deliver(callbacks, after, {}, { token: undefined });
    await deliver(callbacks, after, {}, { token: 'another' });
    await deliver(callbacks, 'callbackAfterSendGroupMsgCommand', {}, { secret: undefined });
    expect(failures).toEqual(['badSignature', 'badSignature', 'wrongSecret']);
    const { request } = await deliver(callbacks, 'callbackAfterSendGroupMsgCommand');
    expect(request.url).toBe(`/${secret}`); // as 2.3 does it, which the receiver says
  });

  it('signs for one app of several, by the clock of the receiver', async () => {
    const apps = [
      { sdkAppId: 1, token: 'one' },
      { sdkAppId: 2, token: ['old', 'new'] },
    ];
    const seen: string[] = [];
    const clock = () => 1_000_000_000_000;
    const callbacks = imCallbacks({ tencent: { apps }, clock, onGroupMsg: ({ appId }) => void seen.push(appId) });
    for (const options of [{}, { sdkAppId: 2 }])
      expect((await deliver(callbacks, after, {}, options)).status).toBe(200);
    expect(seen).toEqual(['1', '2']);
  });
});

describe('work after the reply', () => {
  it('is waited for by settled()', async () => {
    const work = held();
    const done: string[] = [];
    const callbacks = imCallbacks({
      tencent: { sdkAppId, deadlineMs: 10 },
      onGroupMsg: async () => {
        await work.promise;
        done.push('handler');
      },
      onFailure: ({ kind }) => done.push(kind),
    });
    const { conclusion, settled } = await deliver(callbacks, after);
    expect(conclusion).toMatchObject({ result: 'ignored', acknowledged: true });
    expect(done).toEqual(['deadlinePassed']);
    const settling = settled().then(() => done.push('settled'));
    work.release();
    await settling;
    expect(done).toEqual(['deadlinePassed', 'handler', 'finishedLate', 'settled']);
  });

  it('is waited for where the sender gave up before the reply', async () => {
    const work = held();
    const done: string[] = [];
    const callbacks = imCallbacks({
      tencent: { sdkAppId },
      onGroupMsg: async () => {
        await work.promise;
        done.push('handler');
      },
    });
    const { conclusion, status, settled } = await deliver(callbacks, after, {}, { timeoutMs: 30 });
    expect(conclusion).toMatchObject({ result: 'failed', because: 'timedOut', sender: 'goesOn' });
    expect([status, done]).toEqual([0, []]);
    work.release();
    await settled();
    expect(done).toEqual(['handler']);
  });
});

describe('fake timers', () => {
  afterEach(() => jest.useRealTimers());

  it('move the deadline of the app under test, and nothing of the kit', async () => {
    jest.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    const called = held();
    const late: string[] = [];
    const app = express().use(
      '/im-callback',
      imCallbacks({
        tencent: { sdkAppId, token },
        beforeGroupMsg: () => {
          called.release();
          return new Promise(() => {});
        },
        onGroupMsg: async ({ receivedAt }) => void late.push(receivedAt.toISOString()),
        onFailure: ({ kind }) => late.push(kind),
      }),
    );
    const pending = deliver(app, before);
    await called.promise;
    jest.advanceTimersByTime(1600);
    expect((await pending).verdict).toEqual(allow());
    await (await deliver(app, after)).settled();
    expect(late).toEqual(['deadlinePassed', '2031-05-06T07:08:10.600Z']);
  });

  it('do not stop the time-out of the sender', async () => {
    jest.useFakeTimers();
    const callbacks = imCallbacks({ openim: {}, beforeGroupMsg: () => new Promise<never>(() => {}) });
    const { conclusion } = await deliver(callbacks, 'callbackBeforeSendGroupMsgCommand', {}, { timeoutMs: 30 });
    expect(conclusion).toMatchObject({ because: 'timedOut', sender: 'refuses', callerSees: 90004 });
  });

  it('may come after the app was built, with another date', async () => {
    const callbacks = imCallbacks({ tencent: { sdkAppId, token } });
    jest.useFakeTimers({ now: 1_000_000_000_000 });
    expect((await deliver(callbacks, after)).status).toBe(200);
  });
});

describe('with an inbox', () => {
  it('settled() waits for the attempt, also for one that fails', async () => {
    const ended: string[] = [];
    const callbacks = imCallbacks({
      tencent: { sdkAppId, token },
      inbox: memoryInbox(),
      onGroupMsg: async ({ body }) => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        ended.push(body.GroupId);
        if (body.GroupId === 'bad') throw new Error('not today');
      },
    });
    for (const GroupId of ['good', 'bad']) {
      const { ack, settled } = await deliver(callbacks, after, { GroupId });
      expect([ack?.ErrorCode, ended.includes(GroupId)]).toEqual([0, false]);
      await settled();
      expect(ended).toContain(GroupId);
    }
    await callbacks.drain({ timeoutMs: 0 });
  });

  it('settled() does not wait where the worker is another process', async () => {
    const callbacks = imCallbacks({ tencent: { sdkAppId, token }, inbox: memoryInbox(), worker: false });
    const { settled, status } = await deliver(callbacks, after);
    await settled();
    expect(status).toBe(200);
    await callbacks.drain();
  });
});

describe('mistakes of the caller', () => {
  const callbacks = imCallbacks({ tencent: { sdkAppId } });
  it.each([
    [
      'an unknown name',
      () => deliver(callbacks, 'Group.CallbackBeforeSend' as typeof before),
      'no command is called Group.CallbackBeforeSend; did you mean Group.CallbackBeforeSendMsg?',
    ],
    [
      'an unknown option',
      () => deliver(callbacks, before, {}, { tokne: 'x' } as object),
      'there is no option tokne; did you mean token?',
    ],
    [
      'an option that only another vendor has',
      () => deliver(callbacks, before, {}, { operationID: 'o' } as object),
      'there is no option operationID',
    ],
    [
      'an invalid target',
      () => deliver({} as never, before, {}, { sdkAppId }),
      'the target must be an Express app or router, imCallbacks(…) or a URL; got object',
    ],
  ])('%s is a TypeError', async (_name, call, message) => {
    const error = await call().then(
      () => undefined,
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(message);
  });
});
