/** The example app as built, and the commands that `npm start` prints, run by a shell against it. */
import { execFileSync, spawnSync } from 'node:child_process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const root = join(__dirname, '..');
const settings = { sdkAppId: 1400000001, token: 'demo-token', secret: 'demo-secret-path-segment' };
const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl && process.env.IM_CALLBACKS_REQUIRE_ALL) throw new Error('curl is missing, and nothing may be skipped');

const lines: string[] = [];
let server: Server;
let commands: string[] = [];

beforeAll(async () => {
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'example-app'], { cwd: root });
  const { createApp } = require('../example-app/dist/app');
  const { curlCommands } = require('../example-app/dist/curl');
  server = createApp({ ...settings, log: (line: string) => lines.push(line) }).app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  commands = curlCommands({ ...settings, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}, 30_000);
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The server runs in this process, so the shell must not block it. */
function inShell(command: string): Promise<string> {
  const { spawn } = require('node:child_process') as typeof import('node:child_process');
  const shell = spawn('bash', ['-c', command]);
  let output = '';
  shell.stdout.on('data', (chunk) => {
    output += chunk;
  });
  shell.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => shell.on('close', () => resolve(output)));
}

(hasCurl ? describe : describe.skip)(
  `the commands that npm start prints${hasCurl ? '' : ' (skipped: no curl here)'}`,
  () => {
    const ok = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };
    const allowed = { actionCode: 0, errCode: 0, errMsg: 'Success', errDlt: '', nextCode: 0 };
    it.each([
      [0, ok, 'read by 1, not yet by 3'],
      [1, ok, 'u_alice wrote meet at the hut'],
      [2, ok, '@TOA#_nova_news broadcast morning news'],
      [
        3,
        { ActionStatus: 'OK', ErrorInfo: 'no spam, please', ErrorCode: 1 },
        'Group.CallbackBeforeSendMsg refused 200',
      ],
      [4, allowed, '4100000002 read a group up to message 57'],
      [
        5,
        { ...allowed, errCode: 20001, errMsg: 'no spam, please', nextCode: 1 },
        'callbackBeforeSendGroupMsgCommand refused 200',
      ],
    ])('command %i works when pasted', async (index, reply, line) => {
      lines.length = 0;
      expect(JSON.parse(await inShell(commands[index] ?? 'false'))).toEqual(reply);
      expect(lines.join('\n')).toContain(line);
      expect(lines.join('\n')).not.toContain(settings.secret);
      expect(lines.every((text) => !text.includes('\n'))).toBe(true);
    });
  },
);
