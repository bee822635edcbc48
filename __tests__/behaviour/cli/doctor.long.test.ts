import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { type AnyEvent, imCallbacks } from '../../../src';
import { vendors as vendorValues } from '../../../src/vendors';
import { broken, healthy, secret, token } from '../../support/cli/broken-receivers';
import { type Ran, run, runJson } from '../../support/cli/command-line';
import { closeAll, listening, receiver, sdkAppId } from '../../support/cli/listening';

jest.setTimeout(60_000);
afterEach(closeAll);

interface Diagnosis {
  vendors: string[];
  leftOut: string[];
  latencyMs: Record<string, { p50: number }>;
  findings: {
    id: string;
    level: string;
    vendors: string[];
    seen: string;
    why: string;
    source: string;
    change: string;
  }[];
}

const env = { IM_CALLBACK_TOKEN: token, OPENIM_SECRET: secret };
const diagnosed = (args: readonly string[], more: Record<string, string> = env) =>
  runJson<Diagnosis>(['doctor', ...args], more);

describe('a healthy receiver', () => {
  it('has no findings', async () => {
    const { json, code } = await diagnosed([await healthy()]);
    expect(json.findings).toEqual([]);
    expect(json.vendors).toEqual(['tencent', 'openim']);
    expect(json.latencyMs.tencent?.p50).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  it('is said to be so', async () => {
    const { stdout, code } = await run(['doctor', await healthy()], env);
    expect(stdout).toMatch(/^Called as tencent and openim would\./);
    expect(stdout).toMatch(/✓ nothing found\n$/);
    expect(code).toBe(0);
  });

  it.each([
    ['tencent', 'openim', { tencent: { sdkAppId, token }, openim: undefined }],
    ['openim', 'tencent', { openim: { secret }, tencent: undefined }],
  ])('of %s alone is not blamed for %s', async (vendor, other, { tencent, openim }) => {
    const options = { ...(tencent && { tencent }), ...(openim && { openim }) };
    const callbacks = imCallbacks(options as never);
    const to = `${await listening(express().use('/im-callback', callbacks))}/im-callback`;
    // What is given is asked about.
    const { json } = await diagnosed(
      [to],
      vendor === 'openim' ? { OPENIM_SECRET: secret } : { IM_CALLBACK_TOKEN: token },
    );
    expect(json).toMatchObject({ vendors: [vendor], leftOut: [other], findings: [] });
  });
});

describe('a broken receiver', () => {
  // Some take their time, so they are examined side by side.
  const examined = new Map<string, Ran & { json: Diagnosis }>();
  beforeAll(async () => {
    const waiting = Object.entries(broken);
    async function work(): Promise<void> {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [what, { vendor, id, make }] = next;
        // OpenIM's receivers here have no secret of doctor's, but for those that are about it.
        const known = id === 'protected' ? env : { IM_CALLBACK_TOKEN: token };
        examined.set(what, await diagnosed([await make(), '--vendor', vendor], known));
      }
    }
    await Promise.all([work(), work(), work(), work()]);
  });

  it.each(Object.entries(broken))('%s', (what, { vendor, id, seen }) => {
    const { findings } = examined.get(what)?.json ?? { findings: [] };
    const found = findings.find((finding) => finding.id === id);
    expect(findings.filter(({ level }) => level === 'problem').map((finding) => finding.id)).toContain(id);
    expect(found?.seen).toMatch(seen);
    expect(found?.vendors).toEqual([vendor]);
    for (const words of [found?.why, found?.source, found?.change]) expect(words?.length).toBeGreaterThan(10);
    expect(examined.get(what)?.code).toBe(1);
  });

  it('is reported in words, with what to change', async () => {
    const { stdout, code } = await run([
      'doctor',
      (await broken['string nextCode']?.make()) ?? '',
      '--vendor',
      'openim',
    ]);
    expect(stdout).toMatch(
      /✗ stringNextCode \(openim\)\n {2}seen .*\n {2}why .*int32.*\n {2}source .*\n {2}change .*"nextCode": 0/,
    );
    expect(stdout).toMatch(/1 problem, \d warnings?\n$/);
    expect(code).toBe(1);
  });

  it('with what is wrong for both vendors is reported once', async () => {
    const { json } = await diagnosed([(await broken['global auth redirect']?.make()) ?? '']);
    expect(json.findings).toMatchObject([{ id: 'authRedirect', vendors: ['tencent', 'openim'] }]);
  });
});

describe('what is no problem yet', () => {
  it.each([
    ['unsigned', 'tencent', { tencent: { sdkAppId } }, {}],
    ['unprotected', 'openim', {}, {}],
  ])('%s', async (id, vendor, options, known) => {
    const { json, code } = await diagnosed([await receiver(options), '--vendor', vendor], known);
    expect(json.findings).toMatchObject([{ id, level: 'warning' }]);
    expect(code).toBe(0);
  });

  it('a keep-alive that is shorter than the senders’', async () => {
    const origin = await listening(express().use('/im-callback', imCallbacks({ tencent: { sdkAppId, token } })));
    const short = await listening(
      express().use(
        (_req, res, next) => {
          res.setHeader('Keep-Alive', 'timeout=5');
          next();
        },
        imCallbacks({ tencent: { sdkAppId, token } }),
      ),
    );
    expect((await diagnosed([`${origin}/im-callback`, '--vendor', 'tencent'])).json.findings).toEqual([]);
    const { json } = await diagnosed([`${short}/im-callback`, '--vendor', 'tencent']);
    expect(json.findings).toMatchObject([
      { id: 'shortKeepAlive', level: 'warning', seen: expect.stringContaining('5 s') },
    ]);
  });

  it('a parser that wants a Content-Type, an unknown command that fails, an app id that nobody looks at', async () => {
    const app = express().post('/im-callback', express.json(), (req, res) => {
      const isKnown = String(req.body?.CallbackCommand).startsWith('Group.');
      res.json({ ActionStatus: isKnown ? 'OK' : 'FAIL', ErrorCode: isKnown ? 0 : 1, ErrorInfo: '' });
    });
    const { json } = await diagnosed([`${await listening(app)}/im-callback`, '--vendor', 'tencent']);
    expect(json.findings.map(({ id }) => id)).toContain('unknownCommandFails');
    const loose = express().post('/im-callback', express.json(), (req, res) => {
      if (req.body === undefined) return void res.status(400).end();
      res.json({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
    });
    const other = await diagnosed([`${await listening(loose)}/im-callback`, '--vendor', 'tencent'], {});
    expect(other.json.findings.map(({ id }) => id).toSorted()).toEqual(['appIdNotChecked', 'contentType', 'unsigned']);
  });
});

describe('the way there', () => {
  it('nobody listens', async () => {
    const to = await healthy();
    await closeAll();
    const { json, code } = await diagnosed([to]);
    expect(json.findings).toMatchObject([{ id: 'unreachable', seen: expect.stringContaining('ECONNREFUSED') }]);
    expect(code).toBe(1);
  });

  it('a name without an address', async () => {
    const { json } = await diagnosed(['http://nowhere.invalid/im-callback', '--vendor', 'tencent']);
    expect(json.findings.map(({ id }) => id)).toContain('unreachable');
  });

  it('a proxy whose app is away', async () => {
    const page = '<html><head><title>502 Bad Gateway</title></head></html>';
    const { json } = await diagnosed([
      await listening((_req, res) => void res.writeHead(502).end(page)),
      '--vendor',
      'tencent',
    ]);
    expect(json.findings).toMatchObject([{ id: 'htmlReply', seen: expect.stringContaining('502 Bad Gateway') }]);
  });

  it('no HTTP is spoken there', async () => {
    const server = createTcpServer(
      (socket) =>
        void socket
          .on('error', () => {})
          .resume()
          .end('220 mail\r\n'),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { json } = await diagnosed([`http://127.0.0.1:${port}/im-callback`, '--vendor', 'tencent']);
    await new Promise((resolve) => server.close(resolve));
    expect(json.findings).toMatchObject([{ id: 'noHttp' }]);
  });

  it.each([['https', /the server does not speak TLS/]])(
    '%s, where the receiver speaks http',
    async (protocol, seen) => {
      const { json } = await diagnosed([(await healthy()).replace('http', protocol), '--vendor', 'tencent']);
      expect(json.findings).toMatchObject([{ id: 'unreachable', seen: expect.stringMatching(seen) }]);
    },
  );

  it('a certificate that no sender accepts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
    execFileSync('openssl', [...args, '-subj', '/CN=chat.example.com', '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { json } = await diagnosed([`https://127.0.0.1:${port}/im-callback`, '--vendor', 'tencent']);
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
    expect(json.findings).toMatchObject([
      {
        id: 'badCertificate',
        seen: expect.stringMatching(/for chat\.example\.com, .* is self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)/),
      },
    ]);
  });

  it('a query in OpenIM’s URL, and a slash at its end', async () => {
    const to = await receiver({ openim: {} });
    const query = await diagnosed([`${to}?token=my-own-secret`, '--vendor', 'openim'], {});
    expect(query.json.findings.map(({ id }) => id)).toContain('queryInUrl');
    expect(query.stdout).not.toContain('my-own-secret');
    const slash = await diagnosed([`${to}/`, '--vendor', 'openim'], {});
    expect(slash.json.findings.map(({ id }) => id)).toContain('trailingSlash');
  });
});

describe('a receiver of both that OpenIM’s server cannot get into', () => {
  it.each([
    ['a wrong secret', '', { OPENIM_SECRET: 'another-secret' }, /different settings/],
    ['no secret', '', {}, /set OPENIM_SECRET/],
  ])('is not called sound: %s', async (_what, more, known, change) => {
    const { json, code } = await diagnosed([(await healthy()) + more], { IM_CALLBACK_TOKEN: token, ...known });
    expect(json.vendors).toEqual(['tencent', 'openim']);
    expect(json.findings).toMatchObject([
      { id: 'protected', vendors: ['openim'], change: expect.stringMatching(change) },
    ]);
    expect(code).toBe(1);
  });

  it('is not called sound where its URL has a query', async () => {
    const { json, code } = await diagnosed([`${await healthy()}?x=1`]);
    expect(json.findings.map(({ id }) => id)).toContain('queryInUrl');
    expect(code).toBe(1);
  });

  it.each([
    [
      'OpenIM, by a receiver of both behind a proxy that drops the query',
      { openim: { secret } },
      /callback of OpenIM$/,
    ],
    ['an unknown app’s, by a receiver of Tencent alone behind it', { openim: undefined }, /saw no SdkAppid/],
  ])('nor where the token is given, and Tencent’s callbacks are taken for those of %s', async (_who, options, seen) => {
    const app = imCallbacks({ tencent: { sdkAppId, token }, ...options } as never);
    const to = await listening((req, res) => {
      req.url = req.url?.replace(/^\/im-callback\/?/, '/').replace(/\?.*/, '');
      app(req as never, res as never, () => void res.writeHead(404).end());
    });
    const { json, code } = await diagnosed([`${to}/im-callback`]);
    expect(json.findings).toContainEqual(
      expect.objectContaining({
        id: 'queryLost',
        level: 'problem',
        vendors: ['tencent'],
        seen: expect.stringMatching(seen),
        change: expect.stringContaining('drops the query'),
      }),
    );
    expect(code).toBe(1);
  });

  it('nor where a vendor was left out silently', async () => {
    const to = await receiver({ openim: undefined, tencent: { sdkAppId, token } });
    const { stdout } = await run(['doctor', to], { IM_CALLBACK_TOKEN: token });
    expect(stdout).toMatch(/\nnothing found for tencent; openim was left out\n$/);
  });
});

describe('what is no fault of what it looks like', () => {
  it('a limit of rates is not taken for a limit of bodies', async () => {
    const to = await listening(
      (req, res) => void req.resume().on('end', () => res.writeHead(429).end('{"error":"slow down"}')),
    );
    const { json } = await diagnosed([to, '--vendor', 'openim'], {});
    expect(json.findings).toMatchObject([
      { id: 'rateLimited', why: expect.stringContaining('which OpenIM reads as an approval') },
    ]);
  });

  it('a failed after-callback lets no operation through', async () => {
    const to = await receiver({ tencent: { sdkAppId, token }, onGroupMsg: () => Promise.reject(new Error('away')) });
    const { json } = await diagnosed([to, '--vendor', 'tencent', '--command', 'onGroupMsg']);
    const found = json.findings.find(({ id }) => id === 'saysFail');
    expect(found?.why).toMatch(/The event has happened anyway\.$/);
    const before = express().use(express.json(), (_req, res) => void res.json({ ActionStatus: 'FAIL', ErrorCode: 1 }));
    const other = await diagnosed([await listening(before), '--vendor', 'tencent', '--command', 'beforeGroupMsg']);
    expect(other.json.findings.find(({ id }) => id === 'saysFail')?.why).toMatch(/the operation goes through\.$/);
  });

  it('a secret is found where the receiver is a route, which strips nothing of the path', async () => {
    const app = express().post('/im-callback/:secret/:command', imCallbacks({ openim: { secret } }) as never);
    const { json } = await diagnosed([`${await listening(app)}/im-callback`, '--vendor', 'openim']);
    expect(json).toMatchObject({ vendors: ['openim'], findings: [] });
  });
});

describe('a page for what is not there', () => {
  it.each([404, 403])('says nothing about the SDKAppID by quoting the URL: %d', async (status) => {
    const to = await listening((req, res) => void res.writeHead(status).end(`no ${req.url?.replaceAll('&', '&amp;')}`));
    const { json } = await diagnosed([`${to}/im-callback`, '--vendor', 'tencent']);
    const id = status === 404 ? 'wrongMount' : 'turnedAway';
    expect(json.findings).toMatchObject([{ id }]);
    if (status === 403) expect(json.findings[0]?.seen).toContain('or the path is wrong');
  });
});

describe('what doctor does to the app', () => {
  it('says that handlers will run, and on what', async () => {
    const { stderr } = await run(['doctor', await healthy()], env);
    expect(stderr).toContain('handlers run on them (users and groups called im-callbacks-doctor)');
  });

  it('marks its events, so that handlers can leave them out', async () => {
    const seen: AnyEvent[] = [];
    await diagnosed([await healthy((event) => void seen.push(event))]);
    expect(seen).toHaveLength(12);
    for (const { body, vendor, operationID } of seen) {
      expect(JSON.stringify(body)).toContain('im-callbacks doctor: a sample event, please ignore it');
      expect(JSON.stringify(body)).not.toMatch(/u_alice|4100000001|900100200/);
      if (vendor === 'openim') expect(operationID).toMatch(/^doctor-/);
    }
    expect(new Set(seen.map(({ key }) => key)).size).toBe(12);
  });

  it('runs no handler with --no-samples', async () => {
    const seen: AnyEvent[] = [];
    const to = await healthy((event) => void seen.push(event));
    const { json, stderr } = await diagnosed([to, '--no-samples']);
    expect([seen.length, json.findings.length, stderr]).toEqual([0, 0, '']);
  });

  it('tries the handlers that are named', async () => {
    const seen: string[] = [];
    await diagnosed([await healthy(({ command }) => void seen.push(command)), '--command', 'State.StateChange']);
    expect(new Set(seen)).toEqual(new Set(['State.StateChange']));
  });

  it('shows no token and no secret', async () => {
    for (const args of [[], ['--json']]) {
      const { stdout, stderr } = await run(['doctor', `${await healthy()}/${secret}`, ...args], env);
      expect(stdout + stderr).not.toMatch(/the-token|the-secret-segment/);
    }
  });
});

describe('a proxy that drops the query', () => {
  /** The receiver behind it, as a request without its query reaches it. */
  async function behindIt(options: object): Promise<string> {
    const app = express();
    app.use((req, _res, next) => {
      req.url = req.url.split('?')[0] ?? '';
      next();
    });
    // Warnings of receivers without protection do not matter to this test.
    app.use('/im-callback', imCallbacks({ onFailure: 'silent', ...options } as never));
    return `${await listening(app)}/im-callback`;
  }

  it.each([
    ['both vendors', { tencent: { sdkAppId, token }, openim: { secret } }],
    ['both vendors, OpenIM open', { tencent: { sdkAppId, token }, openim: {} }],
    ['Tencent alone', { tencent: { sdkAppId, token } }],
  ])('is named, and is a problem: %s', async (_what, options) => {
    const { json, code } = await diagnosed([await behindIt(options)], { IM_CALLBACK_TOKEN: token });
    expect(json.vendors).toContain('tencent');
    const problems = json.findings.filter(({ level, vendors }) => level === 'problem' && vendors.includes('tencent'));
    expect(problems).toMatchObject([{ id: 'queryLost', change: expect.stringContaining('$is_args$args') }]);
    expect(code).toBe(1);
  });

  it('is named by what a receiver by hand says, and thought of where it says nothing', async () => {
    const byHand = (says: string) =>
      listening((_req, res) => void res.writeHead(403).end(says)).then((origin) => `${origin}/im-callback`);
    const said = await diagnosed([await byHand('SdkAppid is missing'), '--vendor', 'tencent']);
    expect(said.json.findings).toMatchObject([{ id: 'queryLost' }]);
    const silent = await diagnosed([await byHand('forbidden'), '--vendor', 'tencent']);
    expect(silent.json.findings).toMatchObject([
      { id: 'turnedAway', why: expect.stringContaining('a proxy drops the query') },
    ]);
  });

  it('is not blamed for a receiver without OpenIM', async () => {
    const to = await receiver({ tencent: { sdkAppId, token }, openim: undefined });
    const { json } = await diagnosed([to]);
    expect(json.findings).toMatchObject([
      { id: 'notMounted', vendors: ['openim'], seen: expect.stringContaining('a callback of Tencent') },
    ]);
  });
});

describe('a rate limiter', () => {
  /** Answers 429 from the question on that has this number. */
  async function limitedAfter(questions: number): Promise<string> {
    let asked = 0;
    const app = express();
    app.use((_req, res, next) => {
      asked += 1;
      if (asked < questions) return next();
      res.status(429).set('Retry-After', '30').json({ error: 'too many requests' });
    });
    app.use('/im-callback', imCallbacks({ openim: { secret } }));
    return `${await listening(app)}/im-callback`;
  }

  // The unknown command, three times each of two samples, then what strangers and long bodies get.
  it.each([1, 3, 8, 9])('is named, and nothing else is, from question %s on', async (questions) => {
    const { json, code } = await diagnosed([await limitedAfter(questions), '--vendor', 'openim'], {
      OPENIM_SECRET: secret,
    });
    expect(json.findings).toMatchObject([
      { id: 'rateLimited', seen: expect.stringContaining(`status 429 to request ${questions}, with Retry-After: 30`) },
    ]);
    expect(code).toBe(1);
  });
});

describe('handlers without traffic', () => {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-traffic-'));
  const file = join(folder, 'traffic.ndjson');
  afterAll(() => rmSync(folder, { recursive: true }));
  const line = (command: string) =>
    `${JSON.stringify({ at: 1, vendor: 'tencent', command, query: {}, body: {}, reply: null, ms: 1 })}\n`;

  it('are found by a recording', async () => {
    writeFileSync(file, line('Group.CallbackAfterSendMsg') + line('State.StateChange').repeat(3));
    const handlers = ['--handler', 'onGroupMsg', '--handler', 'beforeGroupMsg'];
    const { json } = await diagnosed([await healthy(), '--traffic', file, ...handlers]);
    expect(json.findings).toMatchObject([
      {
        id: 'handlerWithoutTraffic',
        seen: expect.stringMatching(/^beforeGroupMsg: among 4 .* no Group\.CallbackBeforeSendMsg$/),
      },
      {
        id: 'trafficWithoutHandler',
        seen: expect.stringMatching(/^State\.StateChange came 3 times, but there is no handler onUserState/),
      },
    ]);
  });

  it('cannot be found without one', async () => {
    const { code, stderr } = await run(['doctor', 'http://127.0.0.1:9/', '--handler', 'onGroupMsg']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--traffic and --handler go together')]);
  });
});

it('docs/local-development.md lists every finding', () => {
  const root = join(__dirname, '..', '..', '..');
  const page = readFileSync(join(root, 'docs', 'local-development.md'), 'utf8');
  const table = /\| finding \|[\s\S]*?\n\n/.exec(page)?.[0] ?? '';
  const listed = [...table.matchAll(/`([a-zA-Z0-9]+)`!?(?=[,\s])/g)].map(([, id]) => id);
  const vendors = Object.keys(vendorValues).map((vendor) => join('vendors', vendor, 'doctor'));
  const source = ['cli/doctor', ...vendors]
    .map((folder) => join(root, 'src', folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const ids = [...source.matchAll(/\bid: (?:status === 204 \? )?'(\w+)'(?: : '(\w+)')?/g)].flatMap(([, ...found]) =>
    found.filter(Boolean),
  );
  expect(listed.filter((id) => id !== undefined).toSorted()).toEqual([...new Set(ids)].toSorted());
});
