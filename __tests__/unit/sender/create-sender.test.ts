import { createSender, openimServerVersions } from '../../../src/sender';
import { sign } from '../../../src/vendors/tencent/receive/signature';
import { always, replyServer, type Seen } from '../../support/sender/reply-server';

const ok = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}';

/** Sends to a server that answers so, and hands over what it saw. */
async function against<T>(answer: Parameters<typeof replyServer>[0], send: (origin: string) => Promise<T>) {
  const { origin, seen, close } = await replyServer(answer);
  try {
    return { result: await send(origin), seen };
  } finally {
    await close();
  }
}

const parameters = ({ url }: Seen) => Object.fromEntries(new URL(`http://h${url}`).searchParams);

describe('the request of Tencent', () => {
  const now = 1669872112_000;
  const tencent = (to: string, more: object = {}) =>
    createSender({ vendor: 'tencent', to, sdkAppId: 1400000001, clock: () => now, ...more });

  it('has the query of the pages, and the signature of their example', async () => {
    const { seen, result } = await against(always(200, ok), (origin) =>
      tencent(`${origin}/cb`, { token: 'xxxxyyyy', clientIp: '198.51.100.4', platform: 'iOS' }).send(
        'C2C.CallbackAfterSendMsg',
      ),
    );
    expect(seen[0]?.url).toBe(
      '/cb?SdkAppid=1400000001&CallbackCommand=C2C.CallbackAfterSendMsg&contenttype=json&ClientIP=198.51.100.4&OptPlatform=iOS' +
        '&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061&RequestTime=1669872112',
    );
    expect(seen[0]?.body).toBe(result.request.body);
    expect(result).toMatchObject({ response: { status: 200 }, conclusion: { result: 'ignored' } });
  });

  it.each([
    ['C2C.CallbackAfterSendMsg', ['ClientIP', 'OptPlatform']],
    ['Push.OfflinePush', []],
    ['ContentCallback.ResultNotify', []],
    ['Alert.RequestOverLimit', ['OptPlatform']],
    ['Live.CallbackAfterChangeOwner', []],
    ['Live.CallbackAfterModifyAdmin', []],
    ['Live.CallbackAfterMemberStateChanged', []],
    ['Live.CallbackAfterCreateRoom', ['ClientIP', 'OptPlatform']],
  ] as const)('of %s has %j of the client', async (command, names) => {
    const { seen } = await against(always(200, ok), (origin) => tencent(origin).send(command));
    const found = seen.map(parameters)[0] ?? {};
    expect(['ClientIP', 'OptPlatform'].filter((name) => name in found)).toEqual(names);
    expect(found).not.toHaveProperty('Sign');
  });

  it('keeps the query of the configured URL in front', async () => {
    const { seen } = await against(always(200, ok), async (origin) => {
      await tencent(`${origin}/cb?appId=3`).send('C2C.CallbackAfterSendMsg');
      await tencent(`${origin}?appId=3`).send('C2C.CallbackAfterSendMsg');
    });
    expect(seen[0]?.url?.startsWith('/cb?appId=3&SdkAppid=1400000001&')).toBe(true);
    expect(seen[1]?.url?.startsWith('/?appId=3&SdkAppid=1400000001&')).toBe(true);
  });

  it('is signed with several tokens in turn', async () => {
    const { seen } = await against(always(200, ok), async (origin) => {
      const sender = tencent(origin, { token: ['old', 'new'] });
      for (let i = 0; i < 3; i++) await sender.send('C2C.CallbackAfterSendMsg');
      sender.close();
    });
    const signatures = ['old', 'new', 'old'].map((token) => sign(token, '1669872112'));
    expect(seen.map((one) => parameters(one).Sign)).toEqual(signatures);
  });

  it('has any body, under any name', async () => {
    const { seen, result } = await against(always(200, ok), (origin) =>
      tencent(origin).sendAny('Some.NewCallback', { a: [] }),
    );
    expect(seen[0]).toMatchObject({ body: '{"a":[]}' });
    expect(result.conclusion).toMatchObject({ result: 'ignored' });
  });

  it('comes once more after a time-out, where retry is on', async () => {
    let asked = 0;
    const slowAtFirst: Parameters<typeof replyServer>[0] = (_req, res) => {
      asked += 1;
      if (asked > 1) res.end(ok);
    };
    const { seen, result } = await against(slowAtFirst, (origin) =>
      tencent(origin, { retry: true, timeoutMs: 40 }).send('C2C.CallbackAfterSendMsg'),
    );
    expect(result.tries.map(({ conclusion }) => conclusion.sender)).toEqual(['retries', 'goesOn']);
    expect(result.conclusion).toMatchObject({ result: 'ignored', acknowledged: true });
    expect(seen[1]?.body).toBe(seen[0]?.body);
    const silent = await against(
      () => {},
      async (origin) => [
        await tencent(origin, { retry: true, timeoutMs: 40 }).send('C2C.CallbackAfterSendMsg'),
        await tencent(origin, { retry: true, timeoutMs: 40 }).send('C2C.CallbackBeforeSendMsg'),
        await tencent(origin, { timeoutMs: 40 }).send('C2C.CallbackAfterSendMsg'),
      ],
    );
    expect(silent.result.map(({ tries, conclusion }) => [tries.length, conclusion.sender])).toEqual([
      [2, 'goesOn'],
      [1, 'goesOn'],
      [1, 'goesOn'],
    ]);
  });

  it('keeps its connection', async () => {
    const { seen } = await against(always(200, ok), async (origin) => {
      const sender = tencent(origin);
      await sender.send('C2C.CallbackAfterSendMsg');
      sender.close();
    });
    expect(seen[0]?.headers.connection).toBe('keep-alive');
  });
});

describe('the request of OpenIM', () => {
  const after = 'callbackAfterGroupMsgReadCommand';
  const message = 'callbackBeforeSendGroupMsgCommand';

  it.each([
    ['2.3', '/cb', 'callbackGroupMsgReadCommand', undefined, '}', 'close'],
    ['3.0', '/cb?command=callbackGroupMsgReadCommand', 'callbackGroupMsgReadCommand', 'op-1', '}', 'keep-alive'],
    ['3.4', '/cb?command=callbackGroupMsgReadCommand', 'callbackGroupMsgReadCommand', 'op-1', '}', 'keep-alive'],
    ['3.4.2', '/cb/callbackGroupMsgReadCommand', 'callbackGroupMsgReadCommand', 'op-1', '}', 'keep-alive'],
    ['3.6', '/cb/callbackGroupMsgReadCommand', 'callbackGroupMsgReadCommand', 'op-1', '}', 'keep-alive'],
    ['3.7', `/cb/${after}`, after, 'op-1', '}\n', 'keep-alive'],
    ['3.8', `/cb/${after}`, after, 'op-1', '}\n', 'keep-alive'],
    ['main', `/cb/${after}`, after, 'op-1', '}\n', 'keep-alive'],
  ] as const)('of %s goes to %s', async (serverVersion, url, command, operationID, end, connection) => {
    const { seen } = await against(always(200, '{}'), async (origin) => {
      const sender = createSender({ vendor: 'openim', to: `${origin}/cb`, serverVersion });
      await sender.send(after, undefined, { operationID: 'op-1' });
      sender.close();
    });
    const [one] = seen;
    expect(one).toMatchObject({ method: 'POST', url });
    expect(one?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Go-http-client/1.1',
      'accept-encoding': 'gzip',
      connection,
    });
    expect(one?.headers.operationid).toBe(operationID);
    expect(one?.rawHeaders.includes('Operationid')).toBe(operationID !== undefined);
    expect(one?.body.endsWith(end) && !one.body.endsWith(`${end}\n`)).toBe(true);
    const body = JSON.parse(one?.body ?? '');
    expect(body.callbackCommand).toBe(command);
    expect(body.operationID).toBe(serverVersion === '2.3' ? 'op-1' : undefined);
  });

  it.each([
    ['3.6', undefined],
    ['3.8', ''],
  ] as const)('of %s without an operation ID has the header %j', async (serverVersion, header) => {
    const { seen } = await against(always(200, '{}'), (origin) =>
      createSender({ vendor: 'openim', to: origin, serverVersion }).send(message, undefined, { operationID: '' }),
    );
    expect(seen[0]?.headers.operationid).toBe(header);
  });

  it('has null for empty lists, and the escapes of Go', async () => {
    const { seen } = await against(always(200, '{}'), (origin) =>
      createSender({ vendor: 'openim', to: origin }).send(message, { content: '<a&b>\u2028', atUserList: [] }),
    );
    expect(seen[0]?.body).toBe(
      `{"content":"\\u003ca\\u0026b\\u003e\\u2028","atUserList":null,"callbackCommand":"${message}"}\n`,
    );
  });

  it('of main has the key for load balancers, on three commands', async () => {
    const { seen } = await against(always(200, '{}'), async (origin) => {
      const sender = createSender({ vendor: 'openim', to: `${origin}/cb`, serverVersion: 'main' });
      await sender.send('callbackAfterSendSingleMsgCommand', { sendID: 'a>', recvID: 'b', content: '' });
      await sender.send(message);
      sender.close();
    });
    expect(Buffer.from(parameters(seen[0] as Seen).key ?? '', 'base64').toString()).toBe(
      '{"sendID":"a\\u003e","recvID":"b","groupID":""}',
    );
    expect(seen[1]?.url).toBe(`/cb/${message}`);
  });

  it.each([
    ['3.8', '', `/${message}`],
    ['3.8', '/', `//${message}`],
    ['3.8', '/cb/', `/cb//${message}`],
    ['3.8', '/cb?token=x', `/cb?token=x/${message}`],
    ['3.4', '', `/?command=${message}`],
    ['3.4', '/cb?token=x', `/cb?token=x?command=${message}`],
    ['2.3', '', '/'],
  ] as const)('of %s glues the command to %j', async (serverVersion, path, url) => {
    const { seen } = await against(always(200, '{}'), (origin) =>
      createSender({ vendor: 'openim', to: `${origin}${path}`, serverVersion }).send(message),
    );
    expect(seen[0]?.url).toBe(url);
  });

  it('of main takes a query of the configured URL along as Go does', async () => {
    const command = 'callbackAfterSendGroupMsgCommand';
    const { seen } = await against(always(200, '{}'), (origin) =>
      createSender({ vendor: 'openim', to: `${origin}/cb?token=x`, serverVersion: 'main' }).send(command),
    );
    expect(seen[0]?.url).toMatch(/^\/cb\?key=[\w%]+&token=x%2FcallbackAfterSendGroupMsgCommand$/);
  });

  it('has the secret and the credentials', async () => {
    const basic = (login: string) => `Basic ${Buffer.from(login).toString('base64')}`;
    const { seen } = await against(always(200, '{}'), async (origin) => {
      const secret = 'a-secret-of-sixteen-letters';
      const credentials = { user: 'u', password: 'p:w' };
      await createSender({ vendor: 'openim', to: `${origin}/cb`, secret, credentials }).send(message);
      await createSender({ vendor: 'openim', to: `${origin.replace('//', '//us%40er:pw@')}/cb` }).send(message);
    });
    expect(seen[0]?.url).toBe(`/cb/a-secret-of-sixteen-letters/${message}`);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([basic('u:p:w'), basic('us@er:pw')]);
  });

  it('keeps the spelling that sendAny is given', async () => {
    const { seen, result } = await against(always(200, '{"nextCode":1}'), (origin) =>
      createSender({ vendor: 'openim', to: origin }).sendAny('callbackMsgModifyCommand', {}),
    );
    expect(seen[0]).toMatchObject({
      url: '/callbackMsgModifyCommand',
      body: '{"callbackCommand":"callbackMsgModifyCommand"}\n',
    });
    expect(result.conclusion).toMatchObject({ result: 'refused' });
  });

  it('traces each operation by a new ID', async () => {
    const { seen } = await against(always(200, '{}'), async (origin) => {
      const sender = createSender({ vendor: 'openim', to: origin, clock: () => 1718000000123 });
      await sender.send(message);
      await sender.send(message);
      sender.close();
    });
    expect(seen.map(({ headers }) => headers.operationid)).toEqual(['1718000000123000', '1718000000123001']);
  });
});

describe("OpenIM's after-callbacks", () => {
  const after = 'callbackAfterSendGroupMsgCommand';

  /** Answers nothing until it is told to. */
  async function stuck(serverVersion: '3.6' | '3.7', count: number) {
    const waiting: (() => void)[] = [];
    const { origin, seen, close } = await replyServer((_req, res) => {
      waiting.push(() => res.end('{}'));
    });
    const sender = createSender({ vendor: 'openim', to: origin, serverVersion, timeoutMs: 0 });
    const results = Array.from({ length: count }, () => sender.send(after));
    const finish = async () => {
      let done = false;
      const all = Promise.all(results).finally(() => {
        done = true;
      });
      while (!done) {
        for (const answer of waiting.splice(0)) answer();
        await new Promise((resolve) => setImmediate(resolve));
      }
      sender.close();
      await close();
      return all;
    };
    return { seen, results, finish };
  }

  it('go through two workers and a queue of 100, which loses what finds no room (3.7)', async () => {
    const { seen, results, finish } = await stuck('3.7', 104);
    const lost = await Promise.race(results);
    expect(lost).toMatchObject({ response: undefined, tries: [], conclusion: { result: 'lost', sender: 'goesOn' } });
    expect(seen.length).toBeLessThanOrEqual(2);
    const all = await finish();
    expect(all.map(({ conclusion }) => conclusion.result).filter((result) => result === 'lost')).toHaveLength(2);
    expect(seen).toHaveLength(102);
  });

  it('run side by side before 3.7', async () => {
    const { seen, finish } = await stuck('3.6', 5);
    while (seen.length < 5) await new Promise((resolve) => setImmediate(resolve));
    const all = await finish();
    expect(all.map(({ conclusion }) => conclusion.result)).toEqual(Array(5).fill('ignored'));
  });
});

describe('a mistake in the options', () => {
  const to = 'http://127.0.0.1:3000/im-callback';
  it.each([
    [{ vendor: 'openim' }, "createSender: option to is missing; write e.g. to: 'http://127.0.0.1:3000/im-callback'"],
    [{ vendor: 'line', to }, `createSender: option vendor must be 'tencent' or 'openim'; got "line"`],
    [{ vendor: 'tencent', to }, 'createSender: option sdkAppId is missing; write e.g. sdkAppId: 1400000001'],
    [
      { vendor: 'tencent', to, sdkAppId: 'x' },
      "createSender: option sdkAppId must be your SDKAppID, e.g. 1400000001; got 'x'",
    ],
    [{ vendor: 'tencent', to, sdkAppId: 1, tokn: 'x' }, 'createSender: there is no option tokn; did you mean token?'],
    [
      { vendor: 'tencent', to, sdkAppId: 1, token: '' },
      'createSender: option token must be a string, not empty, or a list of such; got an empty string',
    ],
    [
      { vendor: 'tencent', to, sdkAppId: 1, failedBefore: 'block' },
      "createSender: option failedBefore must be 'allow' or 'refuse'; got 'block'",
    ],
    [
      { vendor: 'tencent', to: '/im-callback', sdkAppId: 1 },
      "createSender: option to must be the receiver's URL, e.g. 'http://127.0.0.1:3000/im-callback'; got a string (not shown)",
    ],
    [
      { vendor: 'openim', to: 'ftp://h/' },
      "createSender: option to must be the receiver's URL, e.g. 'http://127.0.0.1:3000/im-callback'; got a string (not shown)",
    ],
    [
      { vendor: 'openim', to, serverVersion: '4.0' },
      `createSender: option serverVersion must be one of ${openimServerVersions.join(', ')}, as a string; got '4.0'`,
    ],
    [
      { vendor: 'openim', to, secret: 'a/b' },
      'createSender: option secret must be one path segment; got a string (not shown)',
    ],
    [
      { vendor: 'openim', to, credentials: { user: 'u' } },
      'createSender: option credentials must be { user, password }, two strings; got an object (not shown)',
    ],
    [
      { vendor: 'openim', to, timeoutMs: -1 },
      'createSender: option timeoutMs must be a whole number of milliseconds from 0 to 3600000; got -1',
    ],
  ])('%j', (options, message) => expect(() => createSender(options as never)).toThrow(new TypeError(message)));

  it.each(['tencent', 'openim'] as const)('a command that %s has not', async (vendor) => {
    const sender = createSender({ vendor, to, ...(vendor === 'tencent' && { sdkAppId: 1 }) } as never);
    await expect(sender.send('callbackNone' as never)).rejects.toThrow('is called callbackNone; sendAny() sends any');
  });
});
