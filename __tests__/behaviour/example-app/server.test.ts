/** The example app as `npm start` runs it: a process of its own, called over HTTP as the vendors call it. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSender } from '../../../src/sender';
import { sample } from '../../../src/testing';
import { until } from '../../support/demo/running-app';
import { freePort } from '../../support/free-port';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..', '..');
const token = 'token-of-the-test';
const secret = 'secret-segment-of-the-test';
const folder = mkdtempSync(join(tmpdir(), 'example-app-'));
const running: ChildProcess[] = [];
let port: number;

beforeAll(async () => {
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'example-app'], { cwd: root });
  port = await freePort();
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Resolves when it listens, or has ended. */
async function start(env: Record<string, string>) {
  const base = { PATH: process.env.PATH, PORT: String(port), DATA_FOLDER: folder };
  const child = spawn(process.execPath, ['example-app/dist/server.js'], { cwd: root, env: { ...base, ...env } });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit');
  await until(() => {
    if (child.exitCode === null) expect(output).toContain('Waiting for callbacks');
  });
  return { output: () => output, ended, stop: () => child.kill('SIGTERM') };
}

const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).json();

it('stores messages and receipts, refuses what it must, and has them after a restart', async () => {
  const secrets = { IM_CALLBACK_TOKEN: token, OPENIM_SECRET: secret };
  const first = await start(secrets);
  const to = `http://127.0.0.1:${port}/im-callback`;
  const tencent = createSender({ vendor: 'tencent', to, sdkAppId: 1400000001, token, timeoutMs: 20_000 });
  const openim = createSender({ vendor: 'openim', to, secret, timeoutMs: 20_000 });
  expect(await get('/health')).toEqual({ ready: true, durability: 'power-loss' });

  const message = sample('Group.CallbackAfterSendMsg', { GroupId: 'g', MsgSeq: 7, From_Account: 'mira' });
  await tencent.send('Group.CallbackAfterSendMsg', message);
  await tencent.send('Group.CallbackAfterSendMsg', message); // as after a reply that got lost
  await openim.send('callbackAfterSendGroupMsgCommand', sample('callbackAfterSendGroupMsgCommand', { sendID: 'ines' }));
  const ReadReceiptMembers = [{ Member_Account: 'wei' }, { Member_Account: 'noor' }];
  const GroupMsgReceiptList = [{ MsgSeq: 7, ReadNum: 2, UnreadNum: 0, ReadReceiptMembers }];
  const receipt = sample('Group.CallbackAfterReadReceipt', { GroupId: 'g', GroupMsgReceiptList });
  await tencent.send('Group.CallbackAfterReadReceipt', receipt);
  await openim.send('callbackAfterGroupMsgReadCommand', sample('callbackAfterGroupMsgReadCommand'));
  const stored = [
    expect.objectContaining({ vendor: 'openim', sender: 'ines' }),
    expect.objectContaining({ vendor: 'tencent', group: 'g', sender: 'mira', readBy: ['noor', 'wei'] }),
  ];
  const messages = async () =>
    ((await get('/messages')) as { vendor: string; readBy: string[] }[])
      .map((row) => ({ ...row, readBy: row.readBy.sort() }))
      .sort((a, b) => a.vendor.localeCompare(b.vendor));
  await until(async () => expect(await messages()).toEqual(stored));
  await until(() => expect(first.output()).toContain('callbackAfterGroupMsgReadCommand: handled'));

  const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'buy ＳＰＡＭ' } }];
  const asked = await tencent.send('Group.CallbackBeforeSendMsg', sample('Group.CallbackBeforeSendMsg', { MsgBody }));
  expect(asked.conclusion).toMatchObject({ result: 'refused', info: 'a word in it is not welcome here' });
  const content = JSON.stringify({ content: 'good morning' });
  const fine = await openim.send('callbackBeforeSendSingleMsgCommand', {
    ...sample('callbackBeforeSendSingleMsgCommand'),
    ...{ contentType: 101, content },
  });
  expect(fine.conclusion).toMatchObject({ result: 'allowed' });
  const stranger = await fetch(`${to}?SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterSendMsg`, {
    method: 'POST',
    body: JSON.stringify(message),
  });
  expect(stranger.status).toBe(403);

  first.stop();
  expect(await first.ended).toEqual([0, null]);
  expect(first.output()).not.toContain(token);
  expect(first.output()).not.toContain(secret);
  const second = await start(secrets);
  expect(await messages()).toEqual(stored);
  second.stop();
  expect(await second.ended).toEqual([0, null]);
  tencent.close();
  openim.close();
});

it('prints commands that reach it', async () => {
  const app = await start({});
  await until(() => expect(app.output()).toContain('/messages'));
  const commands = [...app.output().matchAll(/^ {2}npx im-callbacks (.*)$/gm)].map(([, line = '']) => line);
  expect(commands).toHaveLength(3);
  // It exits with another code than 0 where its callback is refused.
  const answers = commands.map((line) =>
    spawnSync('sh', ['-c', `"${process.execPath}" dist/cli/main.js ${line}`], { cwd: root }).stdout.toString(),
  );
  expect(answers[0]).toContain('acknowledged');
  expect(answers[1]).toContain('acknowledged');
  expect(answers[2]).toContain('refused with 20001 "a word in it is not welcome here"');
  app.stop();
  await app.ended;
});

it('says what to write where the port is taken, or a secret is missing', async () => {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const late = await start({});
  expect(await late.ended).toEqual([1, null]);
  expect(late.output()).toContain(`Choose another port: PORT=${port + 1} npm start`);
  other.close();
  const open = await start({ HOST: '127.0.0.1', OPENIM_SECRET: secret });
  expect(await open.ended).toEqual([1, null]);
  expect(open.output()).toContain('tencent.token');
});
