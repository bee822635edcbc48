import request from 'supertest';
import { allow, drop, type Failure, refuse, rewrite } from '../../../../../src';
import type { Mounted } from '../../../../../src/receiver/options';
import type { TencentOptions } from '../../../../../src/vendors/tencent';
import { composeRequest } from '../../../../../src/vendors/tencent';
import { sign } from '../../../../../src/vendors/tencent/receive/signature';
import { receiver, sdkAppId, send, token } from '../../../../support/send';

const path = '/im-callback';
const ok = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}';
const group = {
  GroupId: '@TGS#1',
  From_Account: 'u_alice',
  MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'hi' } }],
};
const receipt = { GroupId: '@TGS#1', GroupMsgReceiptList: [{ MsgSeq: 1 }] };

/** The receiver under test: no token unless a test gives one. */
function tencent(options: Partial<Mounted<{ tencent: TencentOptions }>> = {}) {
  return receiver({ tencent: { sdkAppId }, ...options });
}

describe('the Tencent router answers what went well', () => {
  it('with OK for a handled after-callback', async () => {
    const seen: unknown[] = [];
    const { app, settled } = tencent({ onReadReceipt: async (event) => void seen.push(event.body) });
    const body = { ...receipt, EventTime: '1718000216001' };
    const res = await send(app, composeRequest('Group.CallbackAfterReadReceipt', body, { path, sdkAppId }));
    expect([res.status, res.body]).toEqual([200, ok]);
    expect(res.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(seen).toEqual([{ ...receipt, EventTime: 1718000216001 }]);
    expect(settled).toMatchObject([{ vendor: 'tencent', appId: '1400000001', outcome: 'handled', status: 200 }]);
  });

  it.each([
    ['allow', () => allow(), ok, 'allowed'],
    ['refuse', () => refuse(), '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":1}', 'refused'],
    [
      'refuse with a code of the range',
      () => refuse({ code: 10100, info: '垃圾' }),
      '{"ActionStatus":"OK","ErrorInfo":"垃圾","ErrorCode":10100}',
      'refused',
    ],
    [
      'rewrite',
      () => rewrite({ CloudCustomData: 'x' }),
      '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"CloudCustomData":"x"}',
      'rewritten',
    ],
    ['drop', () => drop(), '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":2}', 'dropped'],
  ])('with the bytes that mean %s', async (_name, verdict, bytes, outcome) => {
    const { app, settled, failures } = tencent({ beforeGroupMsg: verdict });
    const res = await send(app, composeRequest('Group.CallbackBeforeSendMsg', group, { path, sdkAppId }));
    expect([res.status, res.body]).toEqual([200, bytes]);
    expect(res.headers['content-length']).toBe(String(Buffer.byteLength(bytes)));
    expect(settled[0]?.outcome).toBe(outcome);
    expect(failures).toEqual([]);
  });

  it('with OK for a known command without a handler', async () => {
    const { app, settled } = tencent();
    const res = await send(app, composeRequest('Group.CallbackBeforeSendMsg', group, { path, sdkAppId }));
    expect([res.status, res.body]).toEqual([200, ok]);
    expect(settled[0]?.outcome).toBe('unhandled');
  });

  it('with OK for a command it does not know, and tells onUnknownCommand', async () => {
    const unknown: unknown[] = [];
    const { app, settled, failures } = tencent({ onUnknownCommand: (event) => unknown.push([event.wire, event.body]) });
    const body = { CallbackCommand: 'Group.CallbackAfterTomorrow', X: [1] };
    const res = await request(app)
      .post(`${path}?SdkAppid=${sdkAppId}&CallbackCommand=Group.CallbackAfterTomorrow`)
      .send(body);
    expect([res.status, res.text]).toEqual([200, ok]);
    expect(unknown).toEqual([['Group.CallbackAfterTomorrow', body]]);
    expect(settled[0]).toMatchObject({ command: 'Group.CallbackAfterTomorrow', outcome: 'unknown' });
    expect(failures).toEqual([]);
  });
});

describe('the Tencent router answers each failure', () => {
  const query = `SdkAppid=${sdkAppId}&CallbackCommand=Group.CallbackBeforeSendMsg`;
  const afterQuery = `SdkAppid=${sdkAppId}&CallbackCommand=Group.CallbackAfterReadReceipt`;
  const now = 1_669_872_112_000;
  const signed = { tencent: { sdkAppId, token }, clock: () => now };
  const signature = `Sign=${sign(token, '1669872112')}&RequestTime=1669872112`;
  const old = `Sign=${sign(token, '1669872051')}&RequestTime=1669872051`;
  const future = `Sign=${sign(token, '1669872173')}&RequestTime=1669872173`;

  interface Row {
    name: string;
    url: string;
    body?: string;
    options?: Partial<Mounted<{ tencent: TencentOptions }>>;
    status: number;
    failure: Failure['kind'];
    info: RegExp;
  }
  const good = JSON.stringify(group);
  const rows: Row[] = [
    {
      name: 'a wrong SDKAppID',
      url: 'SdkAppid=1&CallbackCommand=X',
      status: 403,
      failure: 'wrongAppId',
      info: /SdkAppid is not/,
    },
    { name: 'no SDKAppID', url: 'CallbackCommand=X', status: 403, failure: 'wrongAppId', info: /SdkAppid is missing/ },
    { name: 'no signature', url: query, options: signed, status: 403, failure: 'badSignature', info: /are required/ },
    {
      name: 'a wrong signature',
      url: `${query}&${signature.replace(/=1/, '=2')}`,
      options: signed,
      status: 403,
      failure: 'badSignature',
      info: /does not match/,
    },
    {
      name: 'a malformed signature',
      url: `${query}&Sign=abc&RequestTime=1669872112`,
      options: signed,
      status: 403,
      failure: 'badSignature',
      info: /malformed/,
    },
    {
      name: 'a stale signature',
      url: `${query}&${old}`,
      options: signed,
      status: 403,
      failure: 'badSignature',
      info: /window/,
    },
    {
      name: 'a signature from the future',
      url: `${query}&${future}`,
      options: signed,
      status: 403,
      failure: 'badSignature',
      info: /window/,
    },
    {
      name: 'a parameter given twice',
      url: `${query}&sdkappid=${sdkAppId}`,
      status: 400,
      failure: 'repeatedParameter',
      info: /SdkAppid is given more than once/,
    },
    {
      name: 'a parameter given twice, empty the first time',
      url: `CallbackCommand=X&SdkAppid=&SdkAppid=${sdkAppId}`,
      status: 400,
      failure: 'repeatedParameter',
      info: /SdkAppid is given more than once/,
    },
    {
      name: 'a signature given twice, empty the first time',
      url: `${query}&sign=&${signature}`,
      options: signed,
      status: 400,
      failure: 'repeatedParameter',
      info: /Sign is given more than once/,
    },
    {
      name: 'a signature given twice, empty the second time',
      url: `${query}&${signature}&sign=`,
      options: signed,
      status: 400,
      failure: 'repeatedParameter',
      info: /Sign is given more than once/,
    },
    {
      name: 'a body that is too large',
      url: afterQuery,
      body: `{"x":"${'y'.repeat(300_000)}"}`,
      status: 413,
      failure: 'bodyTooLarge',
      info: /larger than 262144 bytes/,
    },
    { name: 'a body that is not JSON', url: afterQuery, body: '{', status: 400, failure: 'notJson', info: /not JSON/ },
    { name: 'an empty body', url: afterQuery, body: '', status: 400, failure: 'notJson', info: /is empty/ },
    {
      name: 'a body that is a list',
      url: afterQuery,
      body: '[]',
      status: 400,
      failure: 'notAnObject',
      info: /a JSON list/,
    },
    {
      name: 'a body that is null',
      url: afterQuery,
      body: 'null',
      status: 400,
      failure: 'notAnObject',
      info: /a JSON null/,
    },
    {
      name: 'no command anywhere',
      url: `SdkAppid=${sdkAppId}`,
      body: '{}',
      status: 400,
      failure: 'noCommand',
      info: /neither/,
    },
    {
      name: 'a command in the body that differs',
      url: query,
      body: '{"CallbackCommand":"Group.CallbackAfterSendMsg"}',
      status: 400,
      failure: 'commandMismatch',
      info: /different commands/,
    },
    {
      name: 'an after body that does not fit',
      url: `SdkAppid=${sdkAppId}&CallbackCommand=Group.CallbackAfterReadReceipt`,
      body: '{"GroupId":{},"GroupMsgReceiptList":[0]}',
      status: 200,
      failure: 'undecodable',
      info: /GroupId: expected text, got object; GroupMsgReceiptList.0: expected receipt, got number/,
    },
    {
      name: 'an after-handler that rejects',
      url: `SdkAppid=${sdkAppId}&CallbackCommand=Group.CallbackAfterReadReceipt`,
      body: JSON.stringify(receipt),
      options: { onReadReceipt: async () => Promise.reject(new Error('db down')) },
      status: 200,
      failure: 'handlerFailed',
      info: /^the handler failed$/,
    },
    {
      name: 'an after-handler that throws',
      url: `SdkAppid=${sdkAppId}&CallbackCommand=Group.CallbackAfterReadReceipt`,
      body: JSON.stringify(receipt),
      options: {
        onReadReceipt: () => {
          throw new Error('db down');
        },
      },
      status: 200,
      failure: 'handlerFailed',
      info: /^the handler failed$/,
    },
  ];

  it.each(rows)('$name: $status', async ({ url, body = good, options, status, failure, info }) => {
    const { app, failures, settled } = tencent(options);
    const res = await request(app).post(`${path}?${url}`).set('Content-Type', 'application/json').send(body);
    expect(res.status).toBe(status);
    expect(res.headers['content-type']).toBe('application/json; charset=utf-8');
    const reply = JSON.parse(res.text);
    expect(reply).toEqual({ ActionStatus: 'FAIL', ErrorInfo: expect.stringMatching(info), ErrorCode: 1 });
    expect(failures.map(({ kind }) => kind)).toEqual([failure]);
    expect(failures[0]?.operationID).toBe(res.headers.operationid);
    expect(settled).toMatchObject([{ outcome: 'failed', failure, status }]);
    expect(JSON.stringify([res.text, failures, settled])).not.toMatch(
      new RegExp(`${token}|${sign(token, '1669872112')}|u_alice`),
    );
  });

  // An error status would let the operation through, whatever the policy says.
  it.each([
    ['allow', ok],
    ['refuse', '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":1}'],
  ] as const)(
    'an authentic before-callback whose body cannot be read with the policy: %s',
    async (failurePolicy, bytes) => {
      const { app, failures } = tencent({
        tencent: { sdkAppId, bodyLimitBytes: 1000, bodyTimeoutMs: 50 },
        failurePolicy,
      });
      const to = `${path}?${query}`;
      const bodies = ['{', '', '[]', 'null', `{"x":"${'y'.repeat(2000)}"}`, '['.repeat(900)];
      for (const body of bodies) {
        const res = await request(app).post(to).set('Content-Type', 'application/json').send(body);
        expect([res.status, res.text]).toEqual([200, bytes]);
      }
      const slow = request(app).post(to).set('Content-Length', '100');
      slow.write('{');
      const res = await slow;
      expect([res.status, res.text, res.headers.connection]).toEqual([200, bytes, 'close']);
      expect(failures.map(({ kind }) => kind)).toEqual([
        'notJson',
        'notJson',
        'notAnObject',
        'notAnObject',
        'bodyTooLarge',
        'notJson',
        'bodyTooSlow',
      ]);
    },
  );

  it('a wrong method: 405 with Allow, and tells no hook but onSettled', async () => {
    const { app, failures, settled } = tencent();
    const res = await request(app).get(`${path}?${query}`);
    expect([res.status, res.headers.allow, res.text]).toEqual([
      405,
      'POST',
      '{"ActionStatus":"FAIL","ErrorInfo":"a callback is a POST, not a GET","ErrorCode":1}',
    ]);
    expect(failures).toEqual([]);
    expect(settled).toMatchObject([{ failure: 'wrongMethod', status: 405 }]);
  });

  it('accepts the signature of the document', async () => {
    const { app } = tencent({ ...signed, beforeGroupMsg: () => refuse() });
    const res = await request(app).post(`${path}?${query}&${signature}`).send(group);
    expect(JSON.parse(res.text)).toMatchObject({ ErrorCode: 1, ActionStatus: 'OK' });
  });
});

describe('a before-callback without a verdict gets the policy', () => {
  const refused = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":1}';
  const undecodable = { GroupId: '@TGS#1', From_Account: {}, MsgBody: [] };
  const never = () => new Promise<never>(() => {});
  const broken = () => Promise.reject(new Error('db down'));
  const wire = 'Group.CallbackBeforeSendMsg' as const;

  it.each([
    ['a body that does not fit', undecodable, allow, 'undecodable'],
    ['a handler that rejects', group, broken, 'handlerFailed'],
    ['a handler that is late', group, never, 'deadlinePassed'],
    ['a handler that returns nothing', group, (() => undefined) as never, 'badVerdict'],
  ])('%s', async (_name, body, handler, failure) => {
    const policies = [
      [undefined, ok],
      ['allow', ok],
      ['refuse', refused],
      [{ default: 'allow', [wire]: 'refuse' }, refused],
      [{ default: 'refuse', [wire]: 'allow' }, ok],
    ] as const;
    for (const [failurePolicy, bytes] of policies) {
      const options = { tencent: { sdkAppId, deadlineMs: 20 }, beforeGroupMsg: handler, failurePolicy };
      const { app, failures } = tencent(options);
      const res = await send(app, composeRequest(wire, body as typeof group, { path, sdkAppId }));
      expect([res.status, res.body]).toEqual([200, bytes]);
      expect(failures.map(({ kind }) => kind)).toEqual([failure]);
    }
  });

  it('a refusal with a code outside the range still refuses, and says what the range is', async () => {
    const { app, failures } = tencent({ beforeGroupMsg: () => refuse({ code: 20001, info: 'spam' }) });
    const res = await send(app, composeRequest(wire, group, { path, sdkAppId }));
    expect(res.body).toBe('{"ActionStatus":"OK","ErrorInfo":"spam","ErrorCode":1}');
    expect(failures[0]?.message).toBe(
      'Group.CallbackBeforeSendMsg cannot be refused with code 20001; its codes are 10100 to 10200, or none',
    );
  });
});

describe('a late after-handler', () => {
  it('is acknowledged at the deadline, runs on, and its end is reported', async () => {
    let finish = () => {};
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { app, failures } = tencent({ tencent: { sdkAppId, deadlineMs: 20 }, onReadReceipt: () => running });
    const res = await send(app, composeRequest('Group.CallbackAfterReadReceipt', receipt, { path, sdkAppId }));
    expect(res.body).toBe(ok);
    expect(failures).toMatchObject([{ kind: 'deadlinePassed', deadlineMs: 20 }]);
    finish();
    await new Promise((resolve) => setImmediate(resolve));
    expect(failures).toMatchObject([{ kind: 'deadlinePassed' }, { kind: 'finishedLate', cause: undefined }]);
  });
});
