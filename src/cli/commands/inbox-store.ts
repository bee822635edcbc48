import { Option } from 'commander';
import type { DeadLetter, InboxStats } from '../../inbox/inbox';
import { exitCodeFor, operationalError, usageError } from '../process/one-line-error';

/** An inbox as the command line reads it, while the app works on it. */
export interface InboxStore {
  /** Only the process that works on a SQLite file knows which deliveries are running: here they count as `waiting`. */
  stats(): Promise<Pick<InboxStats, 'waiting' | 'dead' | 'oldestMs'> & Partial<Pick<InboxStats, 'running'>>>;
  dead(options: { limit: number }): Promise<readonly DeadLetter[]>;
  revive(id: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreFlags {
  /** A SQLite file, or the URL of a PostgreSQL or a Redis. */
  store?: string;
  schema?: string;
  queue?: string;
  prefix?: string;
}

export const isPostgres = (store: string) => /^postgres(?:ql)?:/i.test(store);
const isRedis = (store: string) => /^rediss?:/i.test(store);

export function storeOption(): Option {
  const about = "the inbox's SQLite file, or the URL of its PostgreSQL or Redis";
  return new Option('--store <where>', about).env('IM_CALLBACK_INBOX');
}

/** Opens the inbox. Its engine is loaded only now, because each needs packages that are optional. */
export async function openInboxStore({ store, schema, queue, prefix }: StoreFlags): Promise<InboxStore> {
  if (store === undefined)
    throw usageError('which inbox? Write --store inbox.db, or set IM_CALLBACK_INBOX to the file or the URL');
  // The message does not repeat the value, which may hold a password. The name of a file has no :// and no @.
  if (!isRedis(store) && !isPostgres(store) && isUrl(store))
    throw usageError(
      '--store or IM_CALLBACK_INBOX is neither a file nor a URL that begins with postgres://, redis:// or rediss://',
    );
  if (!isRedis(store) && (queue ?? prefix) !== undefined)
    throw usageError('--queue and --prefix are only for an inbox in Redis');
  if (!isPostgres(store) && schema !== undefined) throw usageError('--schema is only for an inbox in PostgreSQL');
  // A scheme may be written in capitals.
  const url = store.replace(/^\w+/, (scheme) => scheme.toLowerCase());
  try {
    return withoutStacks(
      await (isRedis(store)
        ? inRedis(url, queue, prefix)
        : isPostgres(store)
          ? inPostgres(url, schema)
          : inFile(store)),
    );
  } catch (error) {
    if (exitCodeFor(error) !== undefined) throw error;
    throw usageError((error as Error).message); // engines reject with errors that say what to do, and hold no password
  }
}

function isUrl(store: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(store) || /^[^/\\]*:[^/\\]*@/.test(store);
}

/**
 * A store may be lost in the middle of a command. As with one that cannot be opened, this is not a fault of the
 * program.
 */
function withoutStacks(store: InboxStore): InboxStore {
  const inOneLine = (error: Error): never => {
    throw operationalError(error.message);
  };
  return {
    stats: () => store.stats().catch(inOneLine),
    dead: (options) => store.dead(options).catch(inOneLine),
    revive: (id) => store.revive(id).catch(inOneLine),
    close: () => store.close().catch(inOneLine),
  };
}

async function inFile(file: string): Promise<InboxStore> {
  const { inspectSqliteInbox } = await import('../../inbox/sqlite/index.js');
  return inspectSqliteInbox({ file });
}

async function inPostgres(connection: string, schema?: string): Promise<InboxStore> {
  const { inspectPostgresInbox } = await import('../../inbox/postgres/index.js');
  const where = { connection, ...(schema !== undefined && { schema }) };
  return inspectPostgresInbox(where).catch((error: Error) => {
    throw error instanceof TypeError ? error : operationalError(error.message);
  });
}

async function inRedis(connection: string, queue?: string, prefix?: string): Promise<InboxStore> {
  const { inspectBullmqInbox } = await import('../../inbox/bullmq/index.js');
  const options = { connection, ...(queue !== undefined && { queue }), ...(prefix !== undefined && { prefix }) };
  return inspectBullmqInbox(options).catch((error: Error) => {
    if (error instanceof TypeError) throw error;
    throw operationalError(error.message);
  });
}
