import express from 'express';
import request from 'supertest';
import { type AnyEvent, allow, imCallbacks } from '../../src';
import { composeRequest } from '../../src/vendors/tencent';
import { receiver, sdkAppId, send } from '../support/send';

const path = '/im-callback';
const ok = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}';
const receipt = { GroupId: '@TGS#1', GroupMsgReceiptList: [{ MsgSeq: 1 }], EventTime: 1718000216001 };
const composed = composeRequest('Group.CallbackAfterReadReceipt', receipt, { path, sdkAppId });
const thrown = new Error('hook down');

describe('hooks cannot change or break a reply', () => {
  it.each(['onAny', 'onSettled'] as const)('%s that throws or rejects is reported to onFailure', async (hook) => {
    const broken = [
      () => {
        throw thrown;
      },
      () => Promise.reject(thrown),
    ];
    for (const hookThatFails of broken) {
      const { app, failures } = receiver({ tencent: { sdkAppId }, [hook]: hookThatFails });
      const res = await send(app, composed);
      await new Promise((resolve) => setImmediate(resolve));
      expect([res.status, res.body]).toEqual([200, ok]);
      expect(failures).toMatchObject([
        { kind: 'hookFailed', hook, cause: thrown, vendor: 'tencent', command: 'Group.CallbackAfterReadReceipt' },
      ]);
    }
  });

  it('onUnknownCommand that throws is reported to onFailure', async () => {
    const onUnknownCommand = () => {
      throw thrown;
    };
    const { app, failures } = receiver({ tencent: { sdkAppId }, onUnknownCommand });
    const res = await request(app).post(`${path}?SdkAppid=${sdkAppId}&CallbackCommand=X`).send({});
    expect([res.text, failures.map(({ kind }) => kind)]).toEqual([ok, ['hookFailed']]);
  });

  it('onFailure that throws becomes a warning of the process, without what it threw', async () => {
    // jest's sandbox has a `process` of its own, which no 'warning' event reaches.
    const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const onFailure = () => {
      throw new TypeError('a secret');
    };
    const { app } = receiver({ tencent: { sdkAppId }, onFailure });
    const res = await request(app).post(`${path}?SdkAppid=1`).send({});
    const calls = [...emitWarning.mock.calls];
    emitWarning.mockRestore();
    expect(res.status).toBe(403);
    const of = expect.objectContaining({ type: 'ImCallbacksWarning', code: 'IM_CALLBACKS_HOOK' });
    expect(calls).toEqual([['onFailure failed: TypeError', of]]);
  });
});

describe('what cannot be looked at', () => {
  it('is survived, as what onFailure rejects with', async () => {
    const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const hostile = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw thrown;
        },
      },
    );
    const { app } = receiver({ tencent: { sdkAppId }, onFailure: () => Promise.reject(hostile) });
    const res = await request(app).post(`${path}?SdkAppid=1`).send({});
    await new Promise((resolve) => setImmediate(resolve));
    const calls = emitWarning.mock.calls
      .map(([sentence]) => String(sentence))
      .filter((one) => one.startsWith('onFailure'));
    emitWarning.mockRestore();
    expect([res.status, calls]).toEqual([403, ['onFailure failed: with a value that cannot be read']]);
  });
});

describe('what hooks are told', () => {
  it('onSettled gets one flat record', async () => {
    const { app, settled } = receiver({ tencent: { sdkAppId }, onReadReceipt: () => {} });
    await send(app, composed);
    expect(settled).toEqual([
      {
        vendor: 'tencent',
        command: 'Group.CallbackAfterReadReceipt',
        phase: 'after',
        appId: String(sdkAppId),
        operationID: expect.stringMatching(/^[0-9a-f-]{36}$/),
        key: expect.stringMatching(/^tencent\/1400000001\/Group\.CallbackAfterReadReceipt\/[\w-]{43}$/),
        outcome: 'handled',
        failure: undefined,
        status: 200,
        delayMs: expect.any(Number),
        ms: expect.any(Number),
      },
    ]);
  });

  it('onAny sees events of both phases before their handlers do', async () => {
    const order: string[] = [];
    const { app } = receiver({
      tencent: { sdkAppId },
      onAny: (event: AnyEvent) => order.push(`any ${event.phase}`),
      beforeGroupMsg: () => {
        order.push('handler');
        return allow();
      },
    });
    const message = { GroupId: 'g', From_Account: 'a', MsgBody: [] };
    await send(app, composeRequest('Group.CallbackBeforeSendMsg', message, { path, sdkAppId }));
    await send(app, composed);
    expect(order).toEqual(['any before', 'handler', 'any after']);
  });
});

describe('the record at res.locals.imCallback', () => {
  it('is there for the host, and logs as flat, harmless fields', async () => {
    const token = 'xxxxyyyy';
    const lines: string[] = [];
    const app = express();
    app.use((_req, res, next) => {
      res.on('finish', () => lines.push(JSON.stringify(res.locals), require('node:util').inspect(res.locals)));
      next();
    });
    app.use(path, imCallbacks({ tencent: { sdkAppId, token }, onReadReceipt: () => {} }));
    const signed = composeRequest('Group.CallbackAfterReadReceipt', receipt, { path, sdkAppId, token });
    await send(app, signed);
    const sign = new URL(signed.url, 'http://x').searchParams.get('Sign') ?? '';
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      imCallback: {
        vendor: 'tencent',
        command: 'Group.CallbackAfterReadReceipt',
        phase: 'after',
        appId: String(sdkAppId),
        operationID: expect.any(String),
        outcome: 'handled',
        status: 200,
      },
    });
    expect(lines.join()).not.toContain(sign);
    expect(lines.join()).not.toContain('@TGS#1');
  });
});
