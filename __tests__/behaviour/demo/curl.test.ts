/** The commands that `npm run demo:empty` prints, run by a shell against the app. */
import { spawn, spawnSync } from 'node:child_process';
import { curlCommands } from '../../../demo/curl';
import { newFolder, type RunningApp, runApp, settings, until } from '../../support/demo/running-app';

const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl && process.env.IM_CALLBACKS_REQUIRE_ALL) throw new Error('curl is missing, and nothing may be skipped');

const folder = newFolder();
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(folder);
});
afterAll(() => app.stop());

/** The server runs in this process, so the shell must not block it. */
function inShell(command: string): Promise<string> {
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
  `the commands that npm run demo:empty prints${hasCurl ? '' : ' (skipped: no curl here)'}`,
  () => {
    const ok = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };
    const allowed = { actionCode: 0, errCode: 0, errMsg: 'Success', errDlt: '', nextCode: 0 };
    const reason = 'a word in it is not welcome here';
    it.each([
      [0, ok, 'Group.CallbackAfterReadReceipt', 'handled'],
      [1, ok, 'Group.CallbackAfterSendMsg', 'handled'],
      [2, ok, 'OfficialAccount.CallbackAfterSendMsg', 'handled'],
      [3, { ActionStatus: 'OK', ErrorInfo: reason, ErrorCode: 10100 }, 'Group.CallbackBeforeSendMsg', 'refused'],
      [4, allowed, 'callbackAfterGroupMsgReadCommand', 'handled'],
      [5, { ...allowed, errCode: 20001, errMsg: reason, nextCode: 1 }, 'callbackBeforeSendGroupMsgCommand', 'refused'],
    ])('command %i works when pasted', async (index, reply, command, outcome) => {
      const commands = curlCommands({ ...settings, origin: app.origin });
      expect(JSON.parse(await inShell(commands[index] ?? 'false'))).toEqual(reply);
      await until(() => {
        const records = app.lines.map((line) => JSON.parse(line));
        expect(records).toContainEqual(expect.objectContaining({ msg: 'callback', command, outcome }));
      });
    });

    it('happen when they are pasted, not when the samples were written', async () => {
      const rows = app.database.prepare('SELECT sent_at AS at FROM messages UNION SELECT at FROM refusals').all();
      expect(rows).toHaveLength(3);
      const yesterday = Date.now() - 86_400_000;
      for (const { at } of rows as { at: number }[]) expect(at).toBeGreaterThan(yesterday);
    });

    it('leave nothing of a message, and no secret, in the log', () => {
      const log = app.lines.join('');
      expect(app.lines.length).toBeGreaterThan(6);
      for (const unwanted of ['meet at the hut', 'spam', 'morning news', settings.secret, settings.token]) {
        expect(log).not.toContain(unwanted);
      }
    });
  },
);
