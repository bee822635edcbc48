/** README's mount is tried word for word: its types are checked, it is run, and it is sent a callback of each vendor. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeRequest as composeOpenim } from '../../src/vendors/openim';
import { composeRequest as composeTencent } from '../../src/vendors/tencent';
import { freePort } from '../support/free-port';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('readme');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const mount = /```ts\n(import express[\s\S]*?)```/.exec(readme)?.[1] ?? '';
const blockWith = (page: string, start: string) =>
  page
    .split('```ts\n')
    .find((block) => block.startsWith(start))
    ?.split('```')[0];
const architecture = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
const ownSteps = ['import { imCallbacks, turnAway }', 'import { Router }'].map(
  (start) => blockWith(architecture, start) ?? '',
);
const [testingImport, ...testing] = /```ts\n(import \{ deliver[\s\S]*?)```/.exec(readme)?.[1]?.split('\n') ?? [];
let port: number;
const env = { ...process.env, IM_CALLBACK_TOKEN: 'readme-token', OPENIM_SECRET: 'readme-secret-segment' };

let child: ChildProcess;
let output = '';

beforeAll(async () => {
  port = await freePort();
  mkdirSync(folder, { recursive: true });
  // The port of the README may be taken on this machine, so that one number is another.
  const listening = mount.replace('3000', `${port}, '127.0.0.1', () => console.log('listening')`);
  writeFileSync(join(folder, 'mount.ts'), listening);
  writeFileSync(join(folder, 'app.mjs'), listening); // as README says to run it
  for (const [i, block] of ownSteps.entries()) writeFileSync(join(folder, `own-steps-${i}.ts`), block);
  // The app is another block's, and CommonJS has no await outside a function.
  const app = "import type { Express } from 'express';\ndeclare const app: Express;";
  const testingBlock = [
    testingImport,
    app,
    'export async function test() {',
    ...testing,
    'return { verdict, conclusion };',
    '}',
  ];
  writeFileSync(join(folder, 'testing.ts'), testingBlock.join('\n'));
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const flags = [
    '--strict',
    '--module',
    'node16',
    '--target',
    'es2022',
    '--skipLibCheck',
    '--esModuleInterop',
    '--types',
    'node',
  ];
  execFileSync(
    process.execPath,
    [
      tsc,
      '--ignoreConfig',
      ...flags,
      join(folder, 'mount.ts'),
      ...ownSteps.map((_block, i) => join(folder, `own-steps-${i}.ts`)),
      join(folder, 'testing.ts'),
    ],
    {
      cwd: root,
    },
  );
  child = spawn(process.execPath, [join(folder, 'app.mjs')], { cwd: root, env });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(output)));
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.includes('listening')) resolve();
    });
  });
}, 30_000);

afterAll(() => {
  child?.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function post({ url, headers, body }: { url: string; headers: object; body: string }) {
  const res = await fetch(`http://127.0.0.1:${port}${url}`, { method: 'POST', headers: { ...headers }, body });
  return [res.status, await res.json()];
}

describe('the README', () => {
  it('opens with a mount of at most fifteen lines', () => {
    expect(mount).toContain("app.use('/im-callback', imCallbacks({");
    expect(mount.trim().split('\n').length).toBeLessThanOrEqual(15);
  });

  it('has a mount that receives Tencent, signed', async () => {
    const options = { path: '/im-callback', sdkAppId: 1400000001, token: 'readme-token' };
    const message = {
      GroupId: 'g',
      From_Account: 'a',
      MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'spam' } }],
    };
    expect(await post(composeTencent('Group.CallbackBeforeSendMsg', message, options))).toEqual([
      200,
      { ActionStatus: 'OK', ErrorInfo: 'no spam', ErrorCode: 1 },
    ]);
    const unsigned = composeTencent('Group.CallbackBeforeSendMsg', message, { ...options, token: undefined });
    expect((await post(unsigned))[0]).toBe(403);
  });

  it('has a mount that receives OpenIM, behind its secret', async () => {
    const options = { path: '/im-callback/readme-secret-segment' };
    const read = { sendID: 'u_bob', unreadMsgNum: 57 };
    expect(await post(composeOpenim('callbackAfterGroupMsgReadCommand', read, options))).toEqual([
      200,
      { actionCode: 0, errCode: 0, errMsg: 'Success', errDlt: '', nextCode: 0 },
    ]);
    expect(output).toContain('u_bob');
  });

  it.each([0, 1])('leads to steps of your own that compile, and load: block %d', (i) => {
    expect(ownSteps.join('')).toMatch(/lookUpTenant[\s\S]*through\(/);
    expect(() => execFileSync(process.execPath, [join(folder, `own-steps-${i}.js`)], { cwd: root })).not.toThrow();
  });

  it('has a test that works with its own app', () => {
    expect(testing.join('')).toContain('await deliver(app');
    const app = mount.replace(/^app\.listen.*$/m, '');
    const lines = [app, testingImport, ...testing, 'console.log(JSON.stringify({ verdict, conclusion }));'];
    writeFileSync(join(folder, 'testing.mjs'), lines.join('\n'));
    const printed = execFileSync(process.execPath, [join(folder, 'testing.mjs')], { cwd: root, env, encoding: 'utf8' });
    expect(JSON.parse(printed)).toMatchObject({ verdict: { verdict: 'allow' }, conclusion: { result: 'allowed' } });
  });

  it('has two commands, and the app allows the message of the first and refuses that of the second', () => {
    const commands = /```sh\n(export[^`]*? send [^`]*)```/.exec(readme)?.[1] ?? '';
    const here = commands
      .replaceAll('npx im-callbacks', `'${process.execPath}' dist/cli/main.js`)
      .replace('my-token', 'readme-token')
      .replace(':3000', `:${port}`);
    const { stdout } = spawnSync('bash', ['-c', here], { cwd: root, encoding: 'utf8' });
    expect(stdout).toMatch(/^ *allowed: [\s\S]*^ *refused with 1 /m);
  });

  it('names only files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, target]) => target ?? '')
      .filter((t) => !t.includes(':'));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(() => execFileSync('ls', [join(root, link)])).not.toThrow();
  });
});
