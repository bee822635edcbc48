/** The set-ups of docs/operations.md run as they stand there. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tencent from '../../src/vendors/tencent';
import { freePort } from '../support/free-port';
import { eventually } from '../support/inbox/deliveries';
import { scratchFolder } from '../support/scratch';
import { sdkAppId } from '../support/send';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('operations-doc');
const page = readFileSync(join(root, 'docs', 'operations.md'), 'utf8');
const block = (marker: string) =>
  [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text]) => text ?? '').find((text) => text.includes(marker)) ?? '';

describe('the set-ups of docs/operations.md', () => {
  const env = { ...process.env, IM_CALLBACK_TOKEN: 'operations-token' };
  const children: ChildProcess[] = [];

  const ports = { logs: 0, otel: 0, prometheus: 0 };

  beforeAll(async () => {
    for (const name of ['logs', 'otel', 'prometheus'] as const) ports[name] = await freePort();
    mkdirSync(folder, { recursive: true });
    const local = (text: string, at: number) =>
      text
        .replace('port: 9464', `port: ${ports.prometheus}, host: '127.0.0.1'`)
        .replace(
          /listen\(3000(, \(\) => log\.info\('listening'\))?\)/,
          `listen(${at}, '127.0.0.1', () => console.log('listening'))`,
        );
    writeFileSync(join(folder, 'logs.ts'), local(block('import pino'), ports.logs));
    writeFileSync(join(folder, 'otel.ts'), local(block('PrometheusExporter'), ports.otel));
    const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
    const flags = '--strict --module node16 --target es2022 --skipLibCheck --esModuleInterop --types node';
    const files = [join(folder, 'logs.ts'), join(folder, 'otel.ts')];
    execFileSync(process.execPath, [tsc, '--ignoreConfig', ...flags.split(' '), ...files], { cwd: root });
  }, 60_000);

  afterAll(() => {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(file: string): Promise<() => string> {
    const child = spawn(process.execPath, [join(folder, file)], { cwd: root, env });
    children.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    await eventually(() => {
      if (child.exitCode !== null) throw new Error(output);
      return output.includes('listening');
    });
    return () => output;
  }

  function post(at: number): Promise<Response> {
    const options = { path: '/im-callback', sdkAppId, token: 'operations-token' };
    const message = { GroupId: 'g', From_Account: 'a', MsgBody: [] };
    const { url, headers, body } = tencent.composeRequest('Group.CallbackAfterSendMsg', message as never, options);
    return fetch(`http://127.0.0.1:${at}${url}`, {
      method: 'POST',
      headers: { ...headers, operationID: 'op-1' },
      body,
    });
  }

  it('put the callback into every line of the log', async () => {
    const output = await run('logs.js');
    const res = await post(ports.logs);
    const operationID = res.headers.get('operationID');
    await eventually(() => output().includes('"msg":"callback"'));
    const lines = output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    const about = { vendor: 'tencent', command: 'Group.CallbackAfterSendMsg', operationID };
    expect(lines).toMatchObject([
      { ...about, msg: 'saved' },
      { ...about, msg: 'callback', outcome: 'handled', status: 200 },
    ]);
  });

  it('trace a callback and count it where Prometheus reads', async () => {
    const output = await run('otel.js');
    expect((await post(ports.otel)).status).toBe(200);
    await eventually(() => output().includes("name: 'POST Group.CallbackAfterSendMsg'"));
    const scraped = await (await fetch(`http://127.0.0.1:${ports.prometheus}/metrics`)).text();
    expect(scraped).toMatch(/im_callbacks_total\{.*im_outcome="handled".*\} 1/);
  });
});
