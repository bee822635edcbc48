/** docs/migrating.md: the receiver in front of an old route takes the commands that have moved, and no other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSender } from '../../src/sender';
import { sample } from '../../src/testing';
import { freePort } from '../support/free-port';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('migrating-doc');
const page = readFileSync(join(root, 'docs', 'migrating.md'), 'utf8');
const app = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const token = 'token-of-the-page';
const secret = 'secret-segment-of-the-page';

const oldRoute = `
import express from 'express';
export const oldRoute = express.Router();
oldRoute.post('/', (_req, res) => res.send('OK'));
oldRoute.post(['/:command', '/:secret/:command'], (_req, res) => res.json({ code: 'old' }));
`;

let child: ChildProcess;
let to: string;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  to = `http://127.0.0.1:${port}/im-callback`;
  writeFileSync(join(folder, 'old-route.mjs'), oldRoute);
  const said = `listen(${port}, '127.0.0.1', () => console.log('listening'))`;
  writeFileSync(join(folder, 'app.mjs'), app.replace('listen(3000)', said));
  const env = { ...process.env, IM_CALLBACK_TOKEN: token, OPENIM_SECRET: secret };
  child = spawn(process.execPath, [join(folder, 'app.mjs')], { cwd: folder, env });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(output)));
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.stdout?.once('data', () => resolve());
  });
}, 30_000);

afterAll(() => {
  child?.kill();
  rmSync(folder, { recursive: true, force: true });
});

it('answers what has moved, signed, with a refusal', async () => {
  const sender = createSender({ vendor: 'tencent', to, sdkAppId: 1400000001, token });
  const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'buy spam' } }];
  const { conclusion } = await sender.send(
    'Group.CallbackBeforeSendMsg',
    sample('Group.CallbackBeforeSendMsg', { MsgBody }),
  );
  sender.close();
  expect(conclusion).toMatchObject({ result: 'refused', info: 'no spam' });
});

it('answers what has moved, behind the secret', async () => {
  const sender = createSender({ vendor: 'openim', to: `${to}/${secret}` });
  const { conclusion } = await sender.send(
    'callbackBeforeSendGroupMsgCommand',
    sample('callbackBeforeSendGroupMsgCommand', { content: 'spam', contentType: 101 }),
  );
  sender.close();
  expect(conclusion).toMatchObject({ result: 'refused' });
});

it('leaves the others to the old route', async () => {
  const tencent = createSender({ vendor: 'tencent', to, sdkAppId: 1400000001, token });
  expect((await tencent.send('Group.CallbackAfterSendMsg')).response?.body).toBe('OK');
  tencent.close();
  const openim = createSender({ vendor: 'openim', to: `${to}/${secret}` });
  expect((await openim.send('callbackAfterSendGroupMsgCommand')).response?.body).toBe('{"code":"old"}');
  openim.close();
});
