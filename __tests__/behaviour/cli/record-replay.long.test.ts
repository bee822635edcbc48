import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyEvent, allow, refuse } from '../../../src';
import { sign } from '../../../src/vendors/tencent/receive/signature';
import { ended, type Ran, run, runJson, start } from '../../support/cli/command-line';
import { closeAll, listening, receiver, sdkAppId } from '../../support/cli/listening';

jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-record-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(closeAll);

let files = 0;
const newFile = () => join(folder, `${files++}.ndjson`);
const linesIn = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Records until so many callbacks have come; `to` is where to send them. */
async function recording(
  forward: string,
  file: string,
  count: number,
  more: readonly string[] = [],
): Promise<{ to: string; ran: Promise<Ran> }> {
  const child = start(['record', '--port', '0', '--forward', forward, '--out', file, '--count', `${count}`, ...more]);
  const ran = ended(child);
  const to = await new Promise<string>((resolve) => {
    child.stderr?.on('data', (chunk) => {
      const [, origin] = /Listening on (\S+),/.exec(String(chunk)) ?? [];
      if (origin !== undefined) resolve(origin);
    });
  });
  return { to, ran };
}

const env = { IM_CALLBACK_TOKEN: 'the-tencent-token', OPENIM_SECRET: 'the-openim-secret' };
const protectedBoth = { tencent: { sdkAppId, token: env.IM_CALLBACK_TOKEN }, openim: { secret: env.OPENIM_SECRET } };

describe('im-callbacks record', () => {
  it('passes on what it gets, and the answer back', async () => {
    const spam = { beforeGroupMsg: () => refuse({ code: 10100, info: 'no spam' }) };
    const { to, ran } = await recording((await receiver(spam)).replace('/im-callback', ''), newFile(), 1);
    const sent = await run(['send', 'Group.CallbackBeforeSendMsg', '--to', `${to}/im-callback`]);
    expect(sent.code).toBe(3);
    expect(sent.stdout).toContain('refused with 10100 "no spam"');
    const { code, stdout, stderr } = await ran;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Group\.CallbackBeforeSendMsg → 200 in \d+ ms\n$/);
    expect(stderr).toContain('1 callback recorded');
  });

  it('writes no token, signature, secret, credentials, address, cookie or text', async () => {
    const file = newFile();
    const app = await receiver({ ...protectedBoth, beforeGroupMsg: () => refuse({ info: 'because of the hut' }) });
    const { to, ran } = await recording(app, file, 4);
    await run(
      ['send', 'Group.CallbackAfterSendMsg', '--to', `${to}?own=own-secret`, '--client-ip', '198.51.100.77'],
      env,
    );
    await run(['send', 'Group.CallbackBeforeSendMsg', '--to', to], env);
    await run(['send', 'callbackAfterSendGroupMsgCommand', '--to', to.replace('//', '//user:pass-word@')], env);
    const headers = { Cookie: 'session=cookie-value', 'X-Api-Key': 'header-value', 'Content-Type': 'application/json' };
    const body = JSON.stringify({ callbackCommand: 'callbackUserOnlineCommand', userID: 'u', token: 'login-token' });
    await fetch(`${to}/${env.OPENIM_SECRET}/callbackUserOnlineCommand`, { method: 'POST', headers, body });
    expect((await ran).code).toBe(0);

    const text = readFileSync(file, 'utf8');
    expect(linesIn(file)).toHaveLength(4);
    expect(text).not.toMatch(
      /the-tencent-token|the-openim-secret|own-secret|pass-word|cookie-value|header-value|login-token/,
    );
    expect(text).not.toMatch(/198\.51\.100\.77|127\.0\.0\.1|"Sign"|[0-9a-f]{64}|Authorization|Basic/i);
    expect(text).not.toMatch(/hut|good morning|Mira|k=v/);
    expect(text).toContain('"GroupId":"@TGS#1NOVA7QLX"');
    expect(text).toContain('"ErrorCode":1');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps the text with --keep-text, and secrets not even then', async () => {
    const file = newFile();
    const { to, ran } = await recording(await receiver(protectedBoth), file, 1, ['--keep-text']);
    await run(['send', 'Group.CallbackAfterSendMsg', '--to', to], env);
    await ran;
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('meet at the hut');
    expect(text).not.toMatch(/the-tencent-token|"Sign"|[0-9a-f]{64}/);
  });

  it('passes on when nobody reads its output any more', async () => {
    const file = newFile();
    const child = start([
      'record',
      '--port',
      '0',
      '--forward',
      await receiver(),
      '--out',
      file,
      '--count',
      '3',
      '--json',
    ]);
    const code = once(child, 'exit');
    const [first] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.stdout?.destroy();
    const { listening: to } = JSON.parse(String(first)) as { listening: string };
    for (let n = 0; n < 3; n++)
      expect((await run(['send', 'Group.CallbackAfterSendMsg', '--set', `MsgSeq=${n}`, '--to', to])).code).toBe(0);
    expect(await code).toEqual([0, null]);
    expect(linesIn(file)).toHaveLength(3);
  });

  it('stops writing, not passing on, when the file is full', async () => {
    const file = newFile();
    writeFileSync(file, `${' '.repeat(2 ** 20 - 700)}\n`);
    const full = ['--out', file, '--max-megabytes', '1', '--json'];
    const child = start(['record', '--port', '0', '--forward', await receiver(), ...full]);
    const ran = ended(child);
    const [first] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    const { listening: to } = JSON.parse(String(first)) as { listening: string };
    const { json } = await runJson<{ results: object }>([
      'send',
      'onGroupMsg',
      '--vendor',
      'tencent',
      '--count',
      '5',
      '--to',
      to,
    ]);
    expect(json.results).toEqual({ ignored: 5 });
    child.kill('SIGINT');
    const [, ...lines] = (await ran).stdout.trim().split('\n');
    const written = lines.map((line) => JSON.parse(line).recorded);
    expect(written).toEqual([true, false, false, false, false]);
    expect(statSync(file).size).toBeLessThanOrEqual(2 ** 20);
  });

  it('answers in plain text where the app is away, so that OpenIM does not take it for an approval', async () => {
    const forward = await receiver();
    await closeAll();
    const file = newFile();
    const { to, ran } = await recording(forward, file, 1);
    const { stdout } = await run(['send', 'callbackBeforeSendGroupMsgCommand', '--to', to]);
    expect(stdout).toContain('→ 502');
    expect(stdout).toContain('the operation fails, and its caller sees 90007');
    await ran;
    expect(linesIn(file)).toMatchObject([{ command: 'callbackBeforeSendGroupMsgCommand', reply: null }]);
  });

  it('says that a port is in use, and that a file cannot be written', async () => {
    const forward = await receiver();
    const port = new URL(forward).port;
    const taken = await run(['record', '--port', port, '--forward', forward, '--out', newFile()]);
    expect([taken.code, taken.stderr]).toEqual([2, `error: port ${port} is in use; name another one with --port\n`]);
    const unwritable = await run(['record', '--forward', forward, '--out', join(folder, 'none', 'x.ndjson')]);
    expect(unwritable.code).toBe(2);
    expect(unwritable.stderr).toMatch(/^error: --out .* cannot be written: ENOENT/);
  });
});

describe('im-callbacks replay', () => {
  it('sends again what was recorded, freshly signed, each in its form', async () => {
    const file = newFile();
    const seen: string[] = [];
    const told = (event: AnyEvent) => void seen.push(`${event.wire} ${event.query.OptPlatform} ${event.key}`);
    const to = await receiver({ ...protectedBoth, onAny: told });
    const { to: through, ran } = await recording(to, file, 5);
    const send = async (...args: string[]) => expect((await run(['send', ...args, '--to', through], env)).code).toBe(0);
    await send('Group.CallbackAfterSendMsg', '--platform', 'RESTAPI');
    await send('Group.CallbackBeforeSendMsg');
    for (const version of ['3.8', '3.4', '2.3'])
      await send('onReadReceipt', '--vendor', 'openim', '--server-version', version);
    await ran;
    const recorded = seen.splice(0);

    const { code, json } = await runJson<{ callbacks: number; results: object }>(['replay', file, '--to', to], env);
    expect(code).toBe(0);
    expect(json).toMatchObject({ callbacks: 5, results: { allowed: 1, ignored: 4 } });
    // Events without an identity of their own have another key each time.
    const withoutKeys = (lines: string[]) => lines.map((line) => line.split(' ').slice(0, 2));
    expect(withoutKeys(seen)).toEqual(withoutKeys(recorded));
    expect(seen[0]).toBe(recorded[0]);
    expect(seen[0]).toContain('RESTAPI');

    const unsigned = await run(['replay', file, '--to', to]);
    expect(unsigned.code).toBe(1);
    expect(unsigned.stdout).toMatch(/^failed +5$/m);
  });

  it('replays the same requests that came, but for what is new', async () => {
    const file = newFile();
    const urls: string[] = [];
    const origin = await listening((req, res) => {
      urls.push(`${req.url} ${req.headers['content-length']}`);
      res.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0 }));
    });
    const { to, ran } = await recording(origin, file, 2);
    for (const name of ['onGroupMsg', 'onReadReceipt'])
      await run(['send', name, '--vendor', 'tencent', '--to', to], env);
    await ran;
    const came = urls.splice(0);
    expect((await run(['replay', file, '--to', origin], env)).code).toBe(0);
    const timeless = (lines: string[]) => lines.map((line) => line.replace(/&Sign=\w+&RequestTime=\d+/, ''));
    expect(timeless(urls)).toEqual(timeless(came));
    for (const line of urls) {
      const { searchParams } = new URL(line.split(' ')[0] ?? '', origin);
      expect(searchParams.get('Sign')).toBe(sign(env.IM_CALLBACK_TOKEN, searchParams.get('RequestTime') ?? ''));
    }
  });

  it('keeps the recorded pauses with --speed, and moves times with --shift-times', async () => {
    const file = newFile();
    const line = (at: number, EventTime: unknown) =>
      `${JSON.stringify({ at, vendor: 'tencent', command: 'Group.CallbackAfterSendMsg', query: { SdkAppid: String(sdkAppId) }, body: { GroupId: 'g', From_Account: 'a', MsgSeq: 1, MsgTime: 1700000000, MsgBody: [], EventTime }, reply: null, ms: 1 })}\n`;
    writeFileSync(file, line(1700000000000, 1700000000000) + line(1700000008000, '1700000008000'));
    const got: AnyEvent[] = [];
    const to = await receiver({ onGroupMsg: (event: AnyEvent) => void got.push(event) });
    expect((await run(['replay', file, '--speed', '20', '--shift-times', '--to', to])).code).toBe(0);
    const [first, second] = got.map(({ body, receivedAt }) => ({
      ...(body as { EventTime: number; MsgTime: number }),
      at: receivedAt.getTime(),
    }));
    expect(Math.abs((first?.EventTime ?? 0) - (first?.at ?? 0))).toBeLessThan(10_000);
    expect((second?.EventTime ?? 0) - (first?.EventTime ?? 0)).toBe(8000);
    expect(Math.abs((first?.MsgTime ?? 0) * 1000 - (first?.EventTime ?? 0))).toBeLessThanOrEqual(1000);
    // Eight seconds, twenty times as fast; a timer may be a little early, and the first callback late on a busy machine.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(200);
  });

  it.each([
    ['not JSON', /line 1 was not written by im-callbacks record: it is not JSON/],
    ['{"vendor":"other"}', /its vendor is neither tencent nor openim/],
    ['{"vendor":"openim","command":"x"}', /command or body is missing/],
  ])('refuses a file with %s', async (text, message) => {
    const file = newFile();
    writeFileSync(file, text);
    const { code, stderr } = await run(['replay', file, '--to', 'http://127.0.0.1:9/']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  describe('with an option of one vendor', () => {
    const lineOf = { tencent: { query: { SdkAppid: `${sdkAppId}` } }, openim: { query: {}, commandIn: 'path' } };
    function recorded(...vendors: (keyof typeof lineOf)[]): string {
      const file = newFile();
      const command = { tencent: 'State.StateChange', openim: 'callbackAfterUserOnlineCommand' };
      const lines = vendors.map((vendor) => ({ at: 1, vendor, command: command[vendor], ...lineOf[vendor], body: {} }));
      writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      return file;
    }

    it.each<[keyof typeof lineOf, string, string[]]>([
      ['tencent', '--secret', ['a-segment']],
      ['tencent', '--server-version', ['3.4']],
      ['openim', '--token', ['a-token']],
      ['openim', '--sdk-app-id', ['1400000002']],
      ['openim', '--client-ip', ['203.0.113.9']],
      ['openim', '--platform', ['iOS']],
      ['openim', '--retry', []],
    ])('refuses for callbacks of %s alone %s', async (vendor, option, value) => {
      const other = vendor === 'tencent' ? 'openim' : 'tencent';
      const to = await receiver();
      const { code, stdout, stderr } = await run(['replay', recorded(vendor), option, ...value, '--to', to]);
      expect(stderr).toBe(`error: ${option} is ${other}'s, and changes nothing for ${vendor}; leave it out\n`);
      expect([code, stdout]).toEqual([2, '']);
      const both = await run(['replay', recorded(vendor, other), option, ...value, '--to', to]);
      expect(both.stdout).toMatch(/^callbacks +2$/m);
    });

    it('takes those of the environment, which serve anyone who needs them', async () => {
      const ran = await run(['replay', recorded('openim'), '--to', await receiver()], env);
      expect([ran.stderr, ran.stdout]).toEqual(['', expect.stringMatching(/^callbacks +1$/m)]);
    });
  });

  it('says that a file is missing, or empty', async () => {
    const missing = await run(['replay', join(folder, 'none.ndjson'), '--to', 'http://127.0.0.1:9/']);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('cannot be read: ENOENT')]);
    const file = newFile();
    writeFileSync(file, '');
    const empty = await run(['replay', file, '--to', 'http://127.0.0.1:9/']);
    expect([empty.code, empty.stderr]).toEqual([1, `${file} has no callbacks in it.\n`]);
  });
});

it('a verdict may differ when it is replayed, and that is no failure', async () => {
  const file = newFile();
  const { to, ran } = await recording(await receiver({ beforeGroupMsg: () => allow() }), file, 1);
  await run(['send', 'Group.CallbackBeforeSendMsg', '--to', to]);
  await ran;
  const { code, stdout } = await run(['replay', file, '--to', await receiver({ beforeGroupMsg: () => refuse() })]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^refused +1$/m);
});
