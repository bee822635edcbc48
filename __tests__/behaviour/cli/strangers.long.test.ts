/** What strangers and people who chat write, on its way to a developer's terminal and into a recording. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sqliteInbox } from '../../../src/inbox/sqlite';
import { ended, type Ran, run, start } from '../../support/cli/command-line';
import { closeAll, listening } from '../../support/cli/listening';
import { delivery } from '../../support/inbox/deliveries';

jest.setTimeout(60_000);
afterEach(closeAll);

const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-strangers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(folder, String(files++));

/** Sets the clipboard, clears the screen (also by C1), turns the direction, and makes a line of its own. */
const hostile = 'a\u001b]52;c;cm0gLXJmIH4=\u0007\u001b[2J\u009b2J\u202eb\u2028c\r\n✓ nothing found\u007f';
/** Whatever acts on a terminal, but for the ends of our own lines. */
const acting = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

function expectHarmless({ stdout, stderr }: Ran): void {
  expect(stdout + stderr).toContain('\\u001b');
  expect(stdout + stderr).not.toMatch(acting);
  expect(stdout).not.toMatch(/^✓ nothing found/m);
}

const inJson = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, hostile]));
const replies: Readonly<Record<string, RequestListener>> = {
  'a text': (_req, res) => res.writeHead(500).end(hostile),
  'a page': (_req, res) => res.writeHead(500).end(`<html><title>${hostile}</title>`),
  'a refusal of Tencent’s': (_req, res) =>
    res.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 1, ...inJson('ErrorInfo') })),
  'a failure of Tencent’s': (_req, res) =>
    res.end(JSON.stringify({ ErrorCode: 1, ...inJson('ActionStatus', 'ErrorInfo') })),
  'a refusal of OpenIM’s': (_req, res) =>
    res.end(JSON.stringify({ actionCode: 0, errCode: 5001, nextCode: 1, ...inJson('errMsg', 'errDlt') })),
  'a wrong type': (_req, res) =>
    res.end(JSON.stringify({ actionCode: hostile, ErrorCode: hostile, nextCode: hostile })),
};

describe.each(Object.entries(replies))('a receiver whose reply is %s', (_what, reply) => {
  it('does nothing to the terminal of who sends', async () => {
    const to = await listening(reply);
    const shown = await Promise.all(
      ['tencent', 'openim'].flatMap((vendor) => [
        run(['send', 'beforeGroupMsg', '--vendor', vendor, '--verbose', '--to', to]),
        run(['send', 'onGroupMsg', '--vendor', vendor, '--json', '--to', to]),
      ]),
    );
    for (const ran of shown) expectHarmless(ran);
  });
});

it('a body with control characters is sent as it is, and shown harmlessly', async () => {
  const got: string[] = [];
  const to = await listening(async (req, res) => {
    for await (const chunk of req) got.push(String(chunk));
    res.end('{"ActionStatus":"OK","ErrorCode":0}');
  });
  const set = ['--set', `MsgBody[0].MsgContent.Text=${hostile}`];
  const ran = await run(['send', 'Group.CallbackBeforeSendMsg', ...set, '--verbose', '--to', to]);
  expectHarmless(ran);
  expect(JSON.parse(got.join('')).MsgBody[0].MsgContent.Text).toBe(hostile);
});

it.each([
  ['in a table of all commands', ['send', '--all', '--vendor', 'tencent']],
  [
    'by storm, as the most frequent reason',
    ['storm', '--vendor', 'openim', '--count', '3', '--rate', '1000', '--late', '0'],
  ],
  ['by doctor', ['doctor']],
  ['by doctor, as JSON', ['doctor', '--json']],
])('is shown harmlessly %s', async (_where, args) => {
  const page: RequestListener = (req, res) => {
    if (req.url?.includes('SdkAppid'))
      return void res.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 1, ErrorInfo: hostile }));
    res.end(hostile);
  };
  const origin = await listening(page);
  expectHarmless(await run(args[0] === 'doctor' ? [...args, origin] : [...args, '--to', origin]));
});

it('where a redirect leads is shown harmlessly', async () => {
  // As bytes: Node itself would not write such a header.
  const server = createTcpServer((socket) => {
    socket.on('error', () => {}).resume();
    socket.end('HTTP/1.1 302 Found\r\nLocation: /a\x9b2J\x85b\r\nContent-Length: 0\r\n\r\n', 'latin1');
  });
  const to = await opened(server);
  const ran = await run(['doctor', to, '--vendor', 'tencent']);
  await closed(server);
  expect(ran.stdout).toContain('status 302, to /a\\u009b2J\\u0085b');
  expect(ran.stdout).not.toMatch(acting);
});

it('dead letters are shown harmlessly, with errors in whatever language', async () => {
  const file = newFile();
  const inbox = sqliteInbox({ file });
  await inbox.open();
  await inbox.bury(delivery({ wire: hostile, operationID: hostile, body: JSON.stringify(inJson('Text')) }), hostile);
  await inbox.bury(delivery(), '处理程序失败：数据库不可用');
  await inbox.close();
  const table = await run(['inbox', 'dead', '--store', file]);
  expectHarmless(table);
  expect(table.stdout).toMatch(/0 +处理程序失败：数据库不可用$/m);
  expectHarmless(await run(['inbox', 'dead', '--json', '--bodies', '--store', file]));
});

it.each([
  ['a command', ['show', hostile]],
  ['a pattern', ['list', hostile]],
  ['a URL', ['doctor', hostile]],
  ['an option', ['send', `--${hostile}`, '--to', 'http://127.0.0.1:9']],
  ['a value', ['storm', '--vendor', hostile]],
  ['a file', ['replay', hostile, '--to', 'http://127.0.0.1:9']],
  ['a recording of another’s', ['replay', 'recording', '--to', 'http://127.0.0.1:9']],
])('what is wrong with %s is said harmlessly', async (what, args) => {
  const file = newFile();
  writeFileSync(file, JSON.stringify({ vendor: hostile }).replace('"vendor"', `"${hostile}"`));
  const ran = await run(args.map((arg) => (arg === 'recording' ? file : arg)));
  expect(ran.code).toBe(what === 'a pattern' ? 1 : 2);
  expect(ran.stderr).not.toMatch(acting);
  expect(ran.stderr).not.toBe('');
});

const recorders: ReturnType<typeof start>[] = [];
afterEach(() => {
  for (const child of recorders.splice(0)) child.kill('SIGKILL');
});

/** `record` in front of an app, and what it is sent as bytes. */
async function recording(forward: string, more: readonly string[] = []) {
  const file = newFile();
  const child = start(['record', '--port', '0', '--forward', forward, '--out', file, ...more]);
  recorders.push(child);
  const ran = ended(child);
  const port = await new Promise<number>((resolve) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [, found] = /Listening on \S+:(\d+),/.exec(said) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return {
    file,
    port,
    send: (bytes: string) => exchanged(port, bytes),
    async end(): Promise<Ran> {
      child.kill('SIGINT');
      return ran;
    },
  };
}

/** Sends these bytes, and gives back what came until the connection was closed, or for a while. */
async function exchanged(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let came = '';
  socket
    .on('error', () => {})
    .on('data', (chunk) => {
      came += chunk;
    });
  socket.write(bytes, 'latin1');
  await Promise.race([once(socket, 'close'), sleep(1500, undefined, { ref: false })]);
  socket.destroy();
  return came;
}

const post = (target: string, body: string, headers = '') =>
  `POST ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${Buffer.from(body).toString('latin1')}`;

describe('im-callbacks record', () => {
  it('prints a name from outside harmlessly, and not at any length', async () => {
    const app = await listening((req, res) => void req.resume().on('end', () => res.end('{}')));
    const { send, end, file } = await recording(app);
    await send(post('/x', JSON.stringify({ callbackCommand: hostile })));
    await send(post('/x', JSON.stringify({ callbackCommand: 'long'.repeat(100_000) })));
    const ran = await end();
    expectHarmless(ran);
    const lines = ran.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.length).toBeLessThan(150);
    // It is looked into with cat and head.
    const written = readFileSync(file, 'utf8');
    expect(written).not.toMatch(acting);
    expect(JSON.parse(written.split('\n')[0] ?? '').command).toBe(hostile);
  });

  describe.each(['', '/base', '/base/', '/base?of=app'])('in front of an app at %j', (base) => {
    it('passes on any request line, and stays', async () => {
      const seen: string[] = [];
      const app = await listening((req, res) => {
        seen.push(`${req.method} ${req.url}`);
        res.end('{}');
      });
      const { send, end } = await recording(app + base);
      const ahead = base.replace(/\/$/, '');
      const lines: [line: string, passedOn: string][] = [
        ['OPTIONS *', 'OPTIONS *'],
        ['GET http://elsewhere.example/im?x=1', `GET ${ahead}/im?x=1`],
        ['GET HTTPS://user:pw@elsewhere.example:99', `GET ${ahead}/`],
        ['GET http://elsewhere.example?x=1', `GET ${ahead}/?x=1`],
        ['GET //elsewhere.example//im', `GET ${ahead}//elsewhere.example//im`],
        ['GET /../../%00%zz;a="<>|{}', `GET ${ahead}/../../%00%zz;a="<>|{}`],
        ['POST *', 'POST *'],
        ['GET *x', `GET ${ahead}/*x`],
        ['GET ftp://elsewhere.example/im', `GET ${ahead}/im`],
        ['PROPFIND /im#part', `PROPFIND ${ahead}/im#part`],
      ];
      for (const [line] of lines)
        expect(await send(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200/);
      const { code, stderr } = await end();
      expect(seen).toEqual(lines.map(([, passedOn]) => passedOn));
      expect([code, stderr]).toEqual([0, expect.stringContaining(`${lines.length} requests only forwarded`)]);
    });
  });

  it('outlives requests that are none, break off, or are nested too deeply', async () => {
    const app = await listening((req, res) => void req.resume().on('end', () => res.end('{}')));
    const { send, end, port } = await recording(app);
    const deep = `{"callbackCommand":"c","a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
    const inText = JSON.stringify({ callbackCommand: 'c', content: deep });
    await Promise.all(
      [
        'CONNECT elsewhere:443 HTTP/1.1\r\nHost: x\r\n\r\n',
        'GET foo HTTP/1.1\r\nHost: x\r\n\r\n',
        'GET /\x00\x1b HTTP/1.1\r\n\r\n',
        '\x16\x03\x01\x02\x00\x01',
        'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
        'POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{',
        'POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
        'POST /x HTTP/1.1\r\nHost: x\r\nExpect: the-impossible\r\nContent-Length: 2\r\n\r\n{}',
        post('/x', deep),
        post('/x', inText),
        post('/x', '{"callbackCommand":{"not":"a name"}}'),
        post('/x?CallbackCommand=a&CallbackCommand=b&SdkAppid=1', '{}'),
        post('/x', '\ufeff{"callbackCommand":"c"', 'Content-Encoding: gzip\r\n'),
      ].map(send),
    );
    expect(await exchanged(port, post('/x', '{"callbackCommand":"the-last"}'))).toMatch(/^HTTP\/1\.1 200/);
    const { code, stdout, stderr } = await end();
    expect(stdout).toMatch(/^the-last → 200 in \d+ ms$/m);
    expect([code, stderr]).toEqual([0, expect.not.stringMatching(/Error|\n {4}at /)]);
  });

  it.each([
    ['a status that nobody may send', 'HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n'],
    ['no HTTP', '220 mail\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
    ['half a reply', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{'],
    ['a header with bytes of all kinds', 'HTTP/1.1 200 OK\r\nX: \x80\xff\r\nContent-Length: 0\r\n\r\n'],
  ])('outlives an app that replies %s', async (_what, reply) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {}).once('data', () => socket.end(reply, 'latin1'));
    });
    const { send, end } = await recording(await opened(server));
    for (let n = 0; n < 2; n++) await send(post('/x', '{"callbackCommand":"c"}'));
    const { code, stdout, stderr } = await end();
    await closed(server);
    expect(stdout.match(/^c → (\d+|no reply \(.+\)) in \d+ ms$/gm)).toHaveLength(2);
    expect([code, stderr]).toEqual([0, expect.not.stringMatching(/Error|\n {4}at /)]);
  });

  it('tells a stranger nothing of the app that is away, and the developer why', async () => {
    const app = await listening(() => {});
    await closeAll();
    const { send, end } = await recording(app);
    const reply = await send(post('/x', '{"callbackCommand":"c"}'));
    expect(reply).toMatch(/^HTTP\/1\.1 502 [\s\S]*nothing answers behind this address\n/);
    expect(reply).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
    expect(reply).not.toContain(new URL(app).port);
    expect((await end()).stdout).toMatch(/^c → no reply \(ECONNREFUSED\) in \d+ ms$/m);
  });

  it.each([[[]], [['--keep-text']]])('writes no secret, wherever it stands: %j', async (more) => {
    const reply = JSON.stringify({ ErrorInfo: 'ok', apiKey: 'hunter2', nested: { Password: 4711 } });
    const app = await listening((req, res) => void req.resume().on('end', () => res.end(reply)));
    const { send, end, file } = await recording(app, more);
    const secrets = { token: 4711, userSig: ['hunter2'], PASSWD: { of: 'hunter2' }, 'x-api-key': 'hunter2' };
    const content = JSON.stringify({ content: 'hello', ...secrets, data: JSON.stringify(secrets) });
    await send(post('/x', JSON.stringify({ callbackCommand: 'c', sendID: 'u1', content, ...secrets })));
    await send(
      post(
        '/x?SdkAppid=1&CallbackCommand=C',
        JSON.stringify({ ...secrets, MsgBody: [{ MsgContent: { Data: content } }] }),
      ),
    );
    expect((await end()).code).toBe(0);
    const written = readFileSync(file, 'utf8');
    expect(written.trimEnd().split('\n')).toHaveLength(2);
    expect(written).not.toMatch(/hunter2|4711/);
    expect(written.includes('hello')).toBe(more.length > 0);
    expect(written).toContain('"sendID":"u1"');
  });
});

async function opened(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const closed = (server: Server) => new Promise((resolve) => server.close(resolve));
