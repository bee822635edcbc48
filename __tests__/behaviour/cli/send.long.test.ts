import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyEvent, allow, drop, refuse, rewrite } from '../../../src';
import { openimCommands } from '../../../src/vendors/openim';
import { tencentCommands } from '../../../src/vendors/tencent';
import { run, runJson } from '../../support/cli/command-line';
import { closeAll, listening, receiver, sdkAppId } from '../../support/cli/listening';

jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-send-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(closeAll);

/** A server that answers everything alike, and tells what it got. */
async function echo(reply: (res: import('node:http').ServerResponse) => void): Promise<{ to: string; got: Got[] }> {
  const got: Got[] = [];
  const origin = await listening(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    got.push({ url: req.url ?? '', headers: req.headers, body });
    reply(res);
  });
  return { to: `${origin}/im-callback`, got };
}
interface Got {
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}
const ok = JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
const refusesOnly = (handler: string, verdict: unknown) => ({ [handler]: () => verdict });

describe('what the sender concludes', () => {
  it.each([
    ['allowed', 'Group.CallbackBeforeSendMsg', allow(), 0, /allowed: the operation goes on/],
    [
      'refused',
      'Group.CallbackBeforeSendMsg',
      refuse({ code: 10100, info: 'no spam' }),
      3,
      /refused with 10100 "no spam": the operation fails, and its caller sees 10100/,
    ],
    ['dropped', 'Group.CallbackBeforeSendMsg', drop(), 3, /dropped: the message disappears/],
    [
      'rewritten',
      'Group.CallbackBeforeSendMsg',
      rewrite({ CloudCustomData: 'x' }),
      0,
      /allowed with CloudCustomData changed/,
    ],
    [
      'refused',
      'callbackBeforeSendGroupMsgCommand',
      refuse({ info: 'no' }),
      3,
      /refused with 20001 "no": the operation fails, and its caller sees 20001/,
    ],
  ])('%s: %s', async (result, command, verdict, code, words) => {
    const to = await receiver(refusesOnly('beforeGroupMsg', verdict));
    const ran = await run(['send', command, '--to', to]);
    expect(ran.stdout).toMatch(words);
    expect(ran.code).toBe(code);
    const inJson = await runJson<{ callbacks: { result: string }[] }>(['send', command, '--to', to]);
    expect(inJson.json.callbacks[0]?.result).toBe(result);
    expect(inJson.code).toBe(code);
  });

  it('acknowledged, after the fact', async () => {
    const ran = await run(['send', 'Group.CallbackAfterSendMsg', '--to', await receiver({ onGroupMsg() {} })]);
    expect(ran.stdout).toMatch(/Group\.CallbackAfterSendMsg → 200 in \d+ ms/);
    expect(ran.stdout).toContain('acknowledged');
    expect(ran.code).toBe(0);
  });

  it('not acknowledged, where the handler throws', async () => {
    const throws = { onGroupMsg: () => Promise.reject(new Error('no database')) };
    const ran = await run(['send', 'Group.CallbackAfterSendMsg', '--to', await receiver(throws)]);
    expect(ran.stdout).toContain('not acknowledged');
    expect(ran.code).toBe(1);
  });

  it.each([
    ['a text', (res) => res.end('ok'), 'failed: the reply is not JSON: the operation continues'],
    ['204', (res) => res.writeHead(204).end(), 'failed: wrong HTTP status'],
    ['nothing in time', () => {}, 'failed: no reply in time: the operation continues'],
  ] as [string, Parameters<typeof echo>[0], string][])('failed: %s', async (_what, reply, words) => {
    const { to } = await echo(reply);
    const ran = await run(['send', 'Group.CallbackBeforeSendMsg', '--to', to, '--timeout', '300ms']);
    expect(ran.stdout).toContain(words);
    expect(ran.code).toBe(1);
  });

  it('fails, and the operation with it, where console or server say so', async () => {
    const { to } = await echo((res) => res.end('ok'));
    const tencent = await run(['send', 'Group.CallbackBeforeSendMsg', '--on-failure', 'refuse', '--to', to]);
    expect(tencent.stdout).toContain('the operation fails, and its caller sees 80003');
    const openim = await run(['send', 'callbackBeforeSendGroupMsgCommand', '--to', to]);
    expect(openim.stdout).toContain('the operation fails, and its caller sees 90007');
    const older = ['send', 'callbackBeforeSendGroupMsgCommand', '--server-version', '3.5', '--to', to];
    expect((await run(older)).stdout).toContain('the operation continues');
  });

  it('failed, where nobody listens', async () => {
    const to = await receiver();
    await closeAll();
    const ran = await run(['send', 'Group.CallbackBeforeSendMsg', '--to', to]);
    expect(ran.stdout).toContain('→ no reply');
    expect(ran.stdout).toContain('ECONNREFUSED');
    expect(ran.code).toBe(1);
  });

  it('sends once more where the console has retry on', async () => {
    const { to, got } = await echo((res) => (got.length > 1 ? res.end(ok) : undefined));
    const ran = await run(['send', 'Group.CallbackAfterSendMsg', '--retry', '--timeout', '500ms', '--to', to]);
    expect(got).toHaveLength(2);
    expect(ran.stdout).toContain('attempt 2');
    expect(ran.code).toBe(0);
  });
});

describe('the request', () => {
  it('is Tencent’s, signed with a token of the environment', async () => {
    const to = await receiver({ tencent: { sdkAppId, token: 'a token' } });
    expect((await run(['send', 'Group.CallbackBeforeSendMsg', '--to', to])).code).toBe(1);
    const signed = await run(['send', 'Group.CallbackBeforeSendMsg', '--to', to], { IM_CALLBACK_TOKEN: 'a token' });
    expect(signed.code).toBe(0);
    const without = ['send', 'Group.CallbackBeforeSendMsg', '--no-token', '--to', to];
    expect((await run(without, { IM_CALLBACK_TOKEN: 'a token' })).code).toBe(1);
  });

  it('has the parameters of Tencent’s, as asked for', async () => {
    const { to, got } = await echo((res) => res.end(ok));
    const about = ['--sdk-app-id', '1400000099', '--client-ip', '198.51.100.4', '--platform', 'RESTAPI'];
    await run(['send', 'State.StateChange', ...about, '--token', 't', '--to', `${to}?own=1`]);
    const { searchParams, pathname } = new URL(got[0]?.url ?? '', to);
    expect(pathname).toBe('/im-callback');
    expect(Object.fromEntries(searchParams)).toEqual({
      own: '1',
      SdkAppid: '1400000099',
      CallbackCommand: 'State.StateChange',
      contenttype: 'json',
      ClientIP: '198.51.100.4',
      OptPlatform: 'RESTAPI',
      Sign: expect.stringMatching(/^[0-9a-f]{64}$/),
      RequestTime: expect.stringMatching(/^\d{10}$/),
    });
  });

  it.each([
    ['3.8', '/im-callback/callbackAfterGroupMsgReadCommand', '}\n'],
    ['3.4', '/im-callback?command=callbackGroupMsgReadCommand', '}'],
    ['2.3', '/im-callback', '}'],
  ])('has the form of an OpenIM server %s', async (version, url, end) => {
    const { to, got } = await echo((res) => res.end('{}'));
    await run(['send', 'onReadReceipt', '--vendor', 'openim', '--server-version', version, '--to', to]);
    expect(got[0]?.url).toBe(url);
    expect(got[0]?.body.endsWith(end)).toBe(true);
    expect(got[0]?.headers['user-agent']).toBe('Go-http-client/1.1');
  });

  it('has OpenIM’s secret segment once, also where the URL has it', async () => {
    const { to, got } = await echo((res) => res.end('{}'));
    const secret = { OPENIM_SECRET: 'my-secret' };
    await run(['send', 'onReadReceipt', '--vendor', 'openim', '--to', to], secret);
    await run(['send', 'onReadReceipt', '--vendor', 'openim', '--to', `${to}/my-secret`], secret);
    expect(got.map(({ url }) => url)).toEqual(Array(2).fill('/im-callback/my-secret/callbackAfterGroupMsgReadCommand'));
  });

  it('shows no signature, secret or password', async () => {
    const { to } = await echo((res) => res.end('{}'));
    const args = ['send', 'onReadReceipt', '--verbose', '--to', to.replace('//', '//user:pass-word@')];
    const secrets = { OPENIM_SECRET: 'my-secret', IM_CALLBACK_TOKEN: 'my-token' };
    for (const vendor of ['openim', 'tencent']) {
      for (const more of [[], ['--json']]) {
        const { stdout, stderr } = await run([...args, '--vendor', vendor, ...more], secrets);
        expect(stdout).toContain('/im-callback');
        expect(stdout + stderr).not.toMatch(/my-secret|my-token|pass-word|[0-9a-f]{64}|dXNlcj/);
      }
    }
  });
});

describe('the body', () => {
  it('is the sample with what --set changes', async () => {
    const { to, got } = await echo((res) => res.end(ok));
    const set = ['MsgBody[0].MsgContent.Text=buy =spam=', 'MsgSeq=7', 'GroupId=42', 'New.Deep[1]:={"a":[1]}'];
    await run(['send', 'Group.CallbackAfterSendMsg', ...set.flatMap((one) => ['--set', one]), '--to', to]);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'buy =spam=' } }],
      MsgSeq: 7,
      GroupId: '42',
      New: { Deep: [null, { a: [1] }] },
      From_Account: 'u_alice',
    });
  });

  it.each([
    ['GroupID=1', 'Group.CallbackAfterSendMsg has no field GroupID there; did you mean GroupId?\n'],
    ['topicid=1', 'Group.CallbackAfterSendMsg has no field topicid there; did you mean TopicId?\n'], // it is not in the sample
    ['MsgBody[0].MsgContent.Txt=hello', 'Group.CallbackAfterSendMsg has no field Txt there; did you mean Text?\n'],
    ['MsgBody[2].Msgtype=a', 'Group.CallbackAfterSendMsg has no field Msgtype there; did you mean MsgType?\n'],
    ['Text=a', 'Group.CallbackAfterSendMsg has no field Text there; did you mean MsgBody[0].MsgContent.Text?\n'],
    ['TopicId=1', ''], // the command has it, though the sample has not
    ['MsgBody[0].MsgContent.Text=hello', ''],
    [
      'content=spam',
      'Group.CallbackAfterSendMsg has no field content there; it has GroupId, From_Account, MsgBody, CallbackCommand, Type, Operator_Account …\n',
    ],
  ])('is sent with whatever --set says, and a hint where the command has no %s', async (set, hint) => {
    const { to, got } = await echo((res) => res.end(ok));
    const { stderr, code } = await run([
      'send',
      'Group.CallbackAfterSendMsg',
      '--set',
      set,
      '--count',
      '2',
      '--to',
      to,
    ]);
    expect([stderr, code, got.length]).toEqual([hint, 0, 2]);
  });

  it('is that of a file, or of stdin', async () => {
    const { to, got } = await echo((res) => res.end(ok));
    const file = join(folder, 'body.json');
    writeFileSync(file, '{"GroupId":"from-file"}');
    await run(['send', 'Group.CallbackAfterSendMsg', '--body', file, '--to', to]);
    await run(['send', 'Group.CallbackAfterSendMsg', '--body', '-', '--to', to], {}, '{"GroupId":"from-stdin"}');
    expect(got.map(({ body }) => JSON.parse(body))).toEqual([{ GroupId: 'from-file' }, { GroupId: 'from-stdin' }]);
  });

  it('is another event each time, for a receiver that drops repeated ones', async () => {
    const keys: string[] = [];
    const to = await receiver({ onGroupMsg: (event: AnyEvent) => void keys.push(event.key) });
    const many = ['--count', '40', '--concurrency', '8', '--to', to];
    const { json } = await runJson<{ requests: number }>(['send', 'Group.CallbackAfterSendMsg', ...many]);
    expect(json.requests).toBe(40);
    await run(['send', 'callbackAfterSendGroupMsgCommand', ...many]);
    expect(new Set(keys).size).toBe(80);
  });

  it('goes to an unknown command as it is, with --as-is', async () => {
    const unknown: string[] = [];
    const to = await receiver({ onUnknownCommand: (event: { wire: string }) => void unknown.push(event.wire) });
    const ran = await run(['send', 'Group.CallbackOfTomorrow', '--as-is', '--vendor', 'tencent', '--to', to]);
    expect([ran.code, unknown]).toEqual([0, ['Group.CallbackOfTomorrow']]);
  });
});

describe('many', () => {
  it.each([
    ['tencent', tencentCommands.length],
    ['openim', openimCommands.length],
  ])('sends every command of %s once', async (vendor, count) => {
    const got = new Set<string>();
    const to = await receiver({ onAny: (event: AnyEvent) => void got.add(event.command) });
    const { code, json } = await runJson<{ callbacks: unknown[] }>(['send', '--all', '--vendor', vendor, '--to', to]);
    expect([code, json.callbacks.length, got.size]).toEqual([0, count, count]);
    const { stdout } = await run(['send', '--all', '--vendor', vendor, '--to', to]);
    expect(stdout).toMatch(new RegExp(`^callbacks +${count}$`, 'm'));
    expect(stdout).toMatch(/^latency +p50 .* ms +p90 .* ms +p99 .* ms +max .* ms$/m);
  });

  it('keeps to the rate', async () => {
    const to = await receiver();
    const startedAt = performance.now();
    await run(['send', 'onC2cMsg', '--vendor', 'tencent', '--count', '6', '--rate', '10', '--to', to]);
    // The sixth begins half a second after the first; how much later is up to the machine.
    expect(performance.now() - startedAt).toBeGreaterThan(500);
  });
});

describe('mistakes', () => {
  const to = ['--to', 'http://127.0.0.1:9/im-callback'];
  it.each([
    [['send', 'beforeGroupMsg', ...to], /Group\.CallbackBeforeSendMsg \(tencent\), callbackBeforeSendGroupMsgCommand/],
    [['send', ...to], /which command\? Write its name, or --all/],
    [['send', '--all', ...to], /--all needs --vendor/],
    [['send', 'State.StateChange'], /required option '--to <url>'/],
    [['send', 'State.StateChange', '--to', 'localhost:3000/x'], /Did you mean http:\/\/localhost:3000\/x\?/],
    [['send', 'State.StateChange', '--vendor', 'openim', ...to], /is a command of tencent, not of openim/],
    [['send', 'State.StateChange', '--server-version', '4.0', ...to], /Write one of 2\.0, 2\.1/],
    [['send', 'State.StateChange', '--count', 'many', ...to], /Write a whole number from 1 to 1000000/],
    [['send', 'State.StateChange', '--set', 'Info', ...to], /write path=value/],
    [['send', 'State.StateChange', '--set', 'Info:={', ...to], /what stands after := must be JSON/],
    [['send', 'State.StateChange', '--set', 'EventTime.x=1', ...to], /EventTime is not an object/],
    [['send', 'State.StateChange', '--body', '/nowhere.json', ...to], /cannot be read: ENOENT/],
    [['replay', folder, ...to], /cannot be read: it is a folder/],
    [['doctor', 'http://127.0.0.1:9/', '--traffic', folder, '--handler', 'onGroupMsg', '--no-samples'], /is a folder/],
    [['send', 'State.StateChange', '--tp', 'http://127.0.0.1:9/'], /unknown option '--tp'/],
    [['send', 'State.StateChange', '--tokn=half', ...to], /unknown option '--tokn'\n\(Did you mean --token\?\)/],
    [['send', 'State.StateChange', '--to', 'u:half@127.0.0.1/x'], /^error: \*\*\*@127\.0\.0\.1\/x is not a URL/],
    [['send', 'State.StateChange', '--to', 'ftp://u:half@h/x'], /^error: ftp:\/\/\*\*\*@h\/x is not a URL/],
    [['doctor', 'http://u:%zzhalf@h/x'], /is not a URL/],
    [['doctor', ...to.slice(1), '--traffic', '-', '--handler', 'onGropMsg'], /onGropMsg; did you mean onGroupMsg\?/],
    [['send', 'Group.CallbackBeforeSendMsg', '--set', 'MsgBody[99999999].x=1', ...to], /may be 10000 at most/],
    [['send', 'nope', ...to], /called nope; (did you mean .*\? )?im-callbacks list shows all/],
    [['send', 'onGroupMsg', '--vendor', 'tencent', '--server-version', '3.4', ...to], /--server-version is openim's/],
    [['send', 'onGroupMsg', '--vendor', 'openim', '--token', 'half', ...to], /--token is tencent's/],
    [['storm', '--vendor', 'openim', '--command', 'State.StateChange', ...to], /write --vendor tencent/],
    [['inbox', 'stats', '--store', 'valkey://:half@127.0.0.1:1'], /neither a file nor a URL/],
    [['inbox', 'stats', '--store', 'mysql://u:half@h/x'], /neither a file nor a URL/],
    [['inbox', 'stats', '--store', 'u:half@127.0.0.1:1'], /neither a file nor a URL/],
    [['send', 'State.StateChange', '--timout', '1s', ...to], /Did you mean --timeout\?/],
    [['send', 'State.StateChange', '--secret', 'half/secret', ...to], /^error: --secret or OPENIM_SECRET must be/],
  ])('%j', async (args, message) => {
    const ran = await run(args);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).not.toMatch(/half|\n {4}at /);
    expect(ran.stdout).toBe('');
    expect(ran.code).toBe(2);
  });
});
