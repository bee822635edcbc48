import express from 'express';
import request from 'supertest';
import { imCallbacks } from '../../src';
import { composeRequest, type ResolveApp } from '../../src/vendors/tencent';
import { sign } from '../../src/vendors/tencent/receive/signature';
import { receiver, sdkAppId, send, token } from '../support/send';

/** As some database libraries hand rows over. */
class Row {
  get sdkAppId() {
    return 1;
  }
  get token() {
    return '';
  }
}

function fickle(): object {
  let looks = 0;
  return new Proxy(
    { sdkAppId: 1, token },
    { get: (row, name) => (name === 'token' && looks++ > 0 ? '' : Reflect.get(row, name)) },
  );
}

const path = '/im-callback';
const wire = 'Group.CallbackAfterReadReceipt' as const;
const body = { GroupId: 'g', GroupMsgReceiptList: [{ MsgSeq: 1 }], EventTime: 1718000216001 };
const from = (id: number, secret?: string, now?: number) =>
  composeRequest(wire, body, { path, sdkAppId: id, token: secret, now });

describe('tokens and apps of Tencent', () => {
  it('takes the old and the new token while one replaces the other', async () => {
    const { app } = receiver({ tencent: { sdkAppId, token: ['old-token', 'new-token'] } });
    const tried = ['old-token', 'new-token', 'other-token', undefined];
    const answers = await Promise.all(tried.map((secret) => send(app, from(sdkAppId, secret))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403]);
  });

  it('tells right from wrong within one second, whichever comes first', async () => {
    const { app } = receiver({
      tencent: {
        apps: [
          { sdkAppId: 1, token: 'a' },
          { sdkAppId: 2, token: ['b', 'c'] },
        ],
      },
    });
    const now = Date.now();
    const statuses: number[] = [];
    for (const [id, secret] of [
      [1, 'b'],
      [1, 'a'],
      [1, 'b'],
      [2, 'c'],
      [2, 'a'],
      [2, 'b'],
      [1, 'a'],
    ] as const)
      statuses.push((await send(app, from(id, secret, now))).status);
    expect(statuses).toEqual([403, 200, 403, 200, 403, 200, 200]);
  });

  it('keeps several apps on one mount apart, and tells handlers whose event it is', async () => {
    const seen: string[] = [];
    const apps = [{ sdkAppId: 1, token: 'token-of-1' }, { sdkAppId: '2', token: ['token-of-2'] }, { sdkAppId: 3 }];
    const { app } = receiver({
      tencent: { apps },
      onReadReceipt: (event: { appId: string }) => void seen.push(event.appId),
    });
    const calls = [
      from(1, 'token-of-1'),
      from(2, 'token-of-2'),
      from(3),
      from(1, 'token-of-2'),
      from(2),
      from(4, 'token-of-1'),
    ];
    const answers = await Promise.all(calls.map((call) => send(app, call)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403, 403]);
    expect(seen.sort()).toEqual(['1', '2', '3']);
  });

  it('asks resolveApp once for many calls of one app, also for an app that is not ours', async () => {
    const asked: string[] = [];
    const resolveApp: ResolveApp = async (id) => {
      asked.push(id);
      return id === '1' ? { sdkAppId: 1, token } : undefined;
    };
    const { app } = receiver({ tencent: { resolveApp } });
    const calls = [from(1, token), from(1, token), from(2, token), from(2, token)];
    const first = await Promise.all(calls.map((call) => send(app, call)));
    const again = await Promise.all(calls.map((call) => send(app, call)));
    expect([...first, ...again].map(({ status }) => status)).toEqual([200, 200, 403, 403, 200, 200, 403, 403]);
    expect(asked.sort()).toEqual(['1', '2']);
  });

  it.each<[string, ResolveApp]>([
    ['rejects', () => Promise.reject(new Error('a secret of the database'))],
    [
      'throws',
      () => {
        throw new Error('a secret of the database');
      },
    ],
    ['takes too long', () => new Promise(() => {})],
  ])('answers 503 when resolveApp %s, and asks again the next time', async (_name, broken) => {
    let works = false;
    const resolveApp: ResolveApp = (id) => (works ? { sdkAppId: id, token } : broken(id));
    const { app, failures } = receiver({ tencent: { resolveApp, deadlineMs: 20 } });
    const answer = await send(app, from(1, token));
    expect([answer.status, failures.map(({ kind }) => kind)]).toEqual([503, ['appUnresolved']]);
    expect(answer.body).not.toContain('a secret of the database');
    works = true;
    expect((await send(app, from(1, token))).status).toBe(200);
  });

  it.each<[string, unknown]>([
    ['an empty token, with which anybody could sign', { sdkAppId: 1, token: '' }],
    ['a list of empty tokens', { sdkAppId: 1, token: [''] }],
    ['no token, and no word that it is meant', { sdkAppId: 1 }],
    ['a token that a column lacks', { sdkAppId: 1, token: undefined }],
    ['a list without tokens', { sdkAppId: 1, token: [] }],
    ['another app', { sdkAppId: 999, token }],
    ['a row whose columns are getters, the token empty', new Row()],
    ['inherited fields, the token empty', Object.create({ sdkAppId: 1, token: [''] })],
    ['a token that is another at the second look', fickle()],
    ['a list of rows', []],
    ['a word', 'x'],
    ['false', false],
  ])('lets nobody in where resolveApp answers %s', async (_name, answer) => {
    const { app, failures } = receiver({ tencent: { resolveApp: () => answer } });
    const calls = [
      from(1),
      from(1, token),
      { ...from(1), url: `${from(1, 'x').url.replace(/Sign=[^&]*/, `Sign=${sign('', '1')}`)}` },
    ];
    for (const call of calls) expect((await send(app, call)).status).toBe(503);
    expect(new Set(failures.map(({ kind }) => kind))).toEqual(new Set(['appUnresolved']));
    expect(JSON.stringify(failures.map(({ message }) => message))).not.toContain(token);
  });

  it('takes null for "not ours", and unsigned: true at its word', async () => {
    const none = receiver({ tencent: { resolveApp: async () => null } });
    expect((await send(none.app, from(1, token))).status).toBe(403);
    const open = receiver({ tencent: { resolveApp: (id: string) => ({ sdkAppId: id, unsigned: true }) } });
    expect((await send(open.app, from(1))).status).toBe(200);
  });

  it('an id that is not ours cannot push one that is out of what is remembered', async () => {
    const asked: string[] = [];
    const resolveApp: ResolveApp = (id) => {
      asked.push(id);
      return id === '1' ? { sdkAppId: 1, token } : undefined;
    };
    const { app } = receiver({ tencent: { resolveApp } });
    const server = app.listen(0);
    await send(server, from(1, token));
    for (let i = 0; i < 1100; i += 50)
      await Promise.all(Array.from({ length: 50 }, (_, j) => send(server, from(i + j + 2, token))));
    await send(server, from(1, token));
    server.close();
    expect(asked.filter((id) => id === '1')).toEqual(['1']);
  });

  it('does not ask for ids that cannot be one', async () => {
    const asked: string[] = [];
    const { app } = receiver({ tencent: { resolveApp: (id: string) => void asked.push(id) } });
    for (const id of ['x', '1 2', '1'.repeat(17), '-1', '1.5']) {
      const res = await request(app).post(`${path}?SdkAppid=${id}&CallbackCommand=${wire}`).send(body);
      expect(res.status).toBe(403);
    }
    expect(asked).toEqual([]);
  });

  it('bounds the look-ups that invented ids can cause at once', async () => {
    let asked = 0;
    const resolveApp: ResolveApp = () => {
      asked += 1;
      return new Promise(() => {});
    };
    const { app } = receiver({ tencent: { resolveApp, deadlineMs: 2000 } });
    const server = app.listen(0);
    const answers = await Promise.all(Array.from({ length: 130 }, (_, i) => send(server, from(i + 1, token))));
    server.close();
    expect([asked, answers.every(({ status }) => status === 503)]).toEqual([100, true]);
  });
});

describe('the window of a signature', () => {
  const now = 1_700_000_000_000;
  it.each([
    [-60_000, 200],
    [60_000, 200],
    [-61_000, 403],
    [61_000, 403],
  ])('is 60 s in both directions: %i ms off answers %i', async (offset, status) => {
    const { app } = receiver({ tencent: { sdkAppId, token }, clock: () => now });
    expect((await send(app, from(sdkAppId, token, now + offset))).status).toBe(status);
  });

  it('is what toleranceSeconds says', async () => {
    const { app } = receiver({ tencent: { sdkAppId, token, toleranceSeconds: 300 }, clock: () => now });
    expect((await send(app, from(sdkAppId, token, now - 299_000))).status).toBe(200);
  });
});

describe('unsignedGrace', () => {
  it('lets unsigned callbacks in, reports each, and still refuses wrong signatures', async () => {
    const { app, failures } = receiver({ tencent: { sdkAppId, token, unsignedGrace: true } });
    const calls = [from(sdkAppId), from(sdkAppId, token), from(sdkAppId, 'other')];
    const answers = await Promise.all(calls.map((call) => send(app, call)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(failures.map(({ kind }) => kind).sort()).toEqual(['badSignature', 'unsignedAccepted']);
    expect(failures.find(({ kind }) => kind === 'unsignedAccepted')?.command).toBe(wire);
  });
});

describe('replayGuard', () => {
  const now = 1_700_000_000_000;
  const times = (clock: () => number, replayGuard: unknown) =>
    receiver({ tencent: { sdkAppId, token, replayGuard }, clock });

  it('is off unless asked for', async () => {
    const { app } = receiver({ tencent: { sdkAppId, token }, clock: () => now });
    const call = from(sdkAppId, token, now);
    expect([(await send(app, call)).status, (await send(app, call)).status]).toEqual([200, 200]);
  });

  it('refuses the same signature with the same body, and neither alone', async () => {
    const { app, failures } = times(() => now, true);
    const call = from(sdkAppId, token, now);
    const other = composeRequest(wire, { ...body, GroupId: 'h' }, { path, sdkAppId, token, now });
    const later = from(sdkAppId, token, now + 1000);
    const answers = [];
    for (const one of [call, call, other, later]) answers.push((await send(app, one)).status);
    expect([answers, failures.map(({ kind }) => kind)]).toEqual([[200, 403, 200, 200], ['replayed']]);
  });

  it('forgets the oldest when there are too many', async () => {
    const { app } = times(() => now, { maxEntries: 2 });
    const calls = ['a', 'b', 'c', 'a'].map((GroupId) =>
      composeRequest(wire, { ...body, GroupId }, { path, sdkAppId, token, now }),
    );
    const answers = [];
    for (const one of calls) answers.push((await send(app, one)).status);
    expect(answers).toEqual([200, 200, 200, 200]);
  });

  it('lets equal gifts through: two of one second are real', async () => {
    const { app } = times(() => now, true);
    const gift = { RoomId: 'r', GiftWater: { From_Account: 'a', GiftId: 'rose' } };
    const call = composeRequest('Live.CallbackBeforeSendGift', gift, { path, sdkAppId, token, now });
    expect([(await send(app, call)).status, (await send(app, call)).status]).toEqual([200, 200]);
  });
});

describe('addresses', () => {
  const allowedAddresses = ['10.1.0.0/16', '2001:db8::/32'];
  const call = (app: express.Express, forwarded: string) =>
    request(app)
      .post(`${path}/callbackGroupMsgReadCommand`)
      .set('X-Forwarded-For', forwarded)
      .send({ sendID: 'a', unreadMsgNum: 1 });

  it.each([
    ['10.1.2.3', 200],
    ['::ffff:10.1.2.3', 200],
    ['2001:db8::7', 200],
    ['10.2.0.1', 403],
    ['::ffff:10.2.0.1', 403],
    ['2001:db9::7', 403],
    ['not an address', 403],
    ['10.1.2.3, 8.8.8.8', 403],
  ])('%s, behind a trusted proxy: %i', async (address, status) => {
    const app = express()
      .set('trust proxy', 1)
      .use(path, imCallbacks({ openim: { allowedAddresses } }));
    expect((await call(app, address)).status).toBe(status);
  });

  it('a forwarded address counts for nothing where no proxy is trusted', async () => {
    const app = express().use(path, imCallbacks({ openim: { allowedAddresses } }));
    expect((await call(app, '10.1.2.3')).status).toBe(403);
  });
});
