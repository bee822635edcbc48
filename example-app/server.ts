import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { memoryInbox } from 'express-im-callbacks/inbox/memory';
import { pino } from 'pino';
import { createApp } from './app';
import { readConfig } from './config';
import { curlCommands } from './curl';
import { openDatabase } from './database';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { host, port, dataFolder } = config;
  const log = pino({ level: config.logLevel });
  mkdirSync(dataFolder, { recursive: true });
  const database = openDatabase(join(dataFolder, 'chat.db'));
  const inbox = memoryInbox();
  const { app, callbacks, closePages } = createApp({ config, database, inbox, log });

  const status = await callbacks.ready();
  log.info(status, 'the inbox is open');
  const server = app.listen(port, host, (error) => {
    if (error) throw error;
    const origin = `http://localhost:${port}`;
    console.log(`\nThe page is at ${origin}. To send a callback, paste one of these into another terminal:\n`);
    for (const command of curlCommands({ ...config, origin })) console.log(`${command}\n`);
  });
  // Both vendors keep connections open; closing an idle one just as a callback comes would lose it.
  server.keepAliveTimeout = 75_000;

  /** No new connections, what is in hand is finished, and then the idle connections go. */
  async function stop(): Promise<void> {
    server.close();
    closePages();
    const { unfinished } = await callbacks.drain({ timeoutMs: 10_000 });
    server.closeAllConnections();
    database.close();
    log.info({ unfinished }, 'stopped');
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
