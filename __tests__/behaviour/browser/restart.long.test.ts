/** The page's own process, killed and started again under an open page. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inChromium, openPage } from '../../support/browser/chromium';
import { message, newFolder, openimAt, tencentAt, until } from '../../support/demo/running-app';
import { freePort } from '../../support/free-port';

jest.setTimeout(90_000);

const root = join(__dirname, '..', '..', '..');
const folder = newFolder();
let port = 0;
let server: ChildProcess | undefined;

beforeAll(async () => {
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'demo'], { cwd: root });
  port = await freePort();
});
afterAll(() => server?.kill('SIGKILL'));

async function start(): Promise<void> {
  const env = { ...process.env, PORT: String(port), DATA_FOLDER: folder, LOG_LEVEL: 'warn' };
  const started = spawn(process.execPath, ['demo/dist/server.js'], { cwd: root, env });
  server = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  await until(() => expect(output).toContain('The page is at'));
}

async function stop(signal: NodeJS.Signals): Promise<{ code: number | null }> {
  const stopped = server as ChildProcess;
  const end = new Promise<{ code: number | null }>((resolve) => stopped.once('exit', (code) => resolve({ code })));
  stopped.kill(signal);
  return end;
}

inChromium('an open page', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'is complete again after %s and a new start, without a reload',
    async (signal) => {
      await start();
      const origin = `http://localhost:${port}`;
      const tencent = tencentAt(origin);
      const openim = openimAt(origin);
      const GroupId = `@TGS#${signal}`;
      const say = async (seq: number) => {
        const { conclusion } = await tencent.send('Group.CallbackAfterSendMsg', message(seq, { GroupId }));
        expect(conclusion).toMatchObject({ acknowledged: true });
      };
      await say(1);
      const page = await openPage(origin);
      await page.evaluate(() => Object.assign(globalThis, { notLoadedAnew: true }));
      await page.locator('#groups button', { hasText: signal }).click();
      const numbers = () => page.locator('.message .seq').allInnerTexts();
      for (const seq of [2, 3]) await say(seq);
      await until(async () => expect(await numbers()).toEqual(['#1', '#2', '#3']));

      // Acknowledged a moment before the end: handled before it, or after the new start.
      await say(4);
      const { code } = await stop(signal);
      expect(code).toBe(signal === 'SIGTERM' ? 0 : null);
      await page.locator('#connection[data-state=lost]').waitFor();
      // Asked for while nobody answers: it is loaded when somebody does.
      await page.locator('#groups button', { hasText: signal }).click();
      expect(await page.locator('#connection').innerText()).toBe('connection lost, trying again');

      await start();
      await say(5);
      await openim.send('callbackAfterSendGroupMsgCommand', {
        ...{ groupID: signal, sendID: 'wei', content: '{"content":"a"}', contentType: 101 },
        ...{ clientMsgID: signal, serverMsgID: signal },
      });
      await page.locator('#connection[data-state=live]').waitFor();
      await until(async () => expect(await numbers()).toEqual(['#1', '#2', '#3', '#4', '#5']));
      await page.locator('#groups button', { hasText: 'OpenIM' }).first().waitFor();
      await page.locator('#callbacks', { hasText: 'AfterSendGroupMsg' }).waitFor();
      expect(await page.evaluate(() => 'notLoadedAnew' in globalThis)).toBe(true);
      await stop('SIGTERM');
      tencent.close();
      openim.close();
    },
  );

  it('reloads everything when the data is another', async () => {
    await start();
    const origin = `http://localhost:${port}`;
    const page = await openPage(origin);
    await until(async () => expect(await page.locator('#groups button').count()).toBeGreaterThan(1));
    await stop('SIGTERM');

    for (const file of ['chat.db', 'inbox.db']) rmSync(join(folder, file));
    await start();
    await page.getByText('No group yet.').waitFor();
    const tencent = tencentAt(origin);
    await tencent.send('Group.CallbackAfterSendMsg', message(1));
    await page.locator('#groups button', { hasText: 'TRAILS' }).waitFor();
    tencent.close();
    await stop('SIGTERM');
  });
});
