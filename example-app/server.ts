import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';
import { createApp } from './app';
import { openStore } from './store';

async function main(): Promise<void> {
  const { env } = process;
  const port = Number(env.PORT ?? 3000);
  // Everybody knows these two. They are for trying the app out, on this machine only.
  const trial = env.HOST ? {} : { token: 'demo-token', secret: 'demo-secret-segment' };
  const token = env.IM_CALLBACK_TOKEN ?? trial.token;
  const secret = env.OPENIM_SECRET ?? trial.secret;

  const folder = env.DATA_FOLDER ?? join(__dirname, '..', 'data');
  mkdirSync(folder, { recursive: true });
  const store = openStore(join(folder, 'chat.db'));
  const inbox = sqliteInbox({ file: join(folder, 'inbox.db') });
  const sdkAppId = Number(env.IM_SDK_APP_ID ?? 1400000001);
  const blockedWords = (env.BLOCKED_WORDS ?? 'spam')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const { app, callbacks } = createApp({ sdkAppId, token, secret, blockedWords, inbox, store });
  await callbacks.ready();

  const server = app.listen(port, env.HOST ?? '127.0.0.1', (error?: Error) => {
    if (error === undefined) return explain(port, token === trial.token && secret === trial.secret);
    console.error(`${error.message}\nChoose another port: PORT=${port + 1} npm start`);
    process.exit(1);
  });
  // Longer than the vendors and proxies keep an idle connection: a callback on one that closes just then would be lost.
  server.keepAliveTimeout = 75_000;

  /** Finishes what was accepted, then closes. What is not done in time waits in the inbox for the next start. */
  async function stop(): Promise<void> {
    await callbacks.drain({ timeoutMs: 10_000 });
    server.close();
    server.closeAllConnections();
    store.close();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

function explain(port: number, isTrial: boolean): void {
  const origin = `http://127.0.0.1:${port}`;
  console.log(`Waiting for callbacks at ${origin}/im-callback`);
  if (!isTrial) return; // a real secret does not belong on a terminal
  const send = (command: string) => `npx im-callbacks send ${command} --to ${origin}/im-callback`;
  console.log(`
Send it one from another terminal, in this folder, signed as its vendor signs it:

  ${send('onGroupMsg --vendor tencent --token demo-token')}
  ${send('onReadReceipt --vendor tencent --token demo-token')}
  ${send(`beforeGroupMsg --vendor openim --secret demo-secret-segment --set 'content={"content":"buy spam"}'`)}

and see what was stored: curl ${origin}/messages
`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
