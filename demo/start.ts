import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { currentCallback, type WorkerOptions } from 'express-im-callbacks';
import { pino } from 'pino';
import { createApp } from './app';
import type { Config } from './config';
import { openDatabase } from './database';
import type { Feed } from './feed';
import { makeInbox } from './inbox';

export interface Running {
  readonly origin: string;
  /** The connected pages. */
  readonly pages: Pick<Feed, 'opened' | 'tell'>;
  stop(): Promise<void>;
}

/** Opens the databases, listens, and shuts down gracefully on a signal. */
export async function start(config: Config, { worker }: { worker?: WorkerOptions } = {}): Promise<Running> {
  const { host, port, dataFolder } = config;
  const log = pino({ level: config.logLevel, mixin: whichCallback });
  mkdirSync(dataFolder, { recursive: true });
  const database = openDatabase(join(dataFolder, 'chat.db'));
  const inbox = await makeInbox(config);
  const pageFolder = join(__dirname, '..', 'public');
  const { app, callbacks, closePages, pages } = createApp({
    config,
    pageFolder,
    database,
    inbox,
    log,
    ...(worker && { worker }),
  });

  log.info(await callbacks.ready(), 'the inbox is open');
  const server = app.listen(port, host);
  try {
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  } catch (error) {
    await callbacks.drain({ timeoutMs: 1000 });
    database.close();
    throw isTaken(error) ? new Error(taken(port)) : error;
  }
  // Both vendors keep connections open; closing an idle one just as a callback comes would lose it.
  server.keepAliveTimeout = 75_000;

  /**
   * Graceful shutdown: running work finishes, while /health answers 503 and callbacks get a verdict or 503; then the connections
   * close.
   */
  async function stop(): Promise<void> {
    const { unfinished } = await callbacks.drain({ timeoutMs: 10_000 });
    server.close();
    closePages();
    server.closeAllConnections();
    database.close();
    log.info({ unfinished }, 'stopped');
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  return { origin: `http://localhost:${port}`, pages, stop };
}

function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}

function taken(port: number): string {
  // npm says which of its scripts it runs.
  const script = process.env.npm_lifecycle_event === 'demo:empty' ? 'demo:empty' : 'demo';
  return `Port ${port} is taken. Choose another one: PORT=${port + 1} npm run ${script}`;
}

/** For log lines of our own code: the current callback, without passing it down. */
function whichCallback(): object {
  const { vendor, command, operationID, attempt } = currentCallback() ?? {};
  return { vendor, command, operationID, attempt };
}
