import type { DeadLetter, InboxStats } from '../../inbox/inbox';
import { exitCodeFor, operationalError, usageError } from '../process/one-line-error';

/** An inbox as the command line looks at it, beside the app that works on it. */
export interface InboxStore {
  /** Of a SQLite file only the process that works on it knows what is running: there it is among `waiting`. */
  stats(): Promise<Pick<InboxStats, 'waiting' | 'dead' | 'oldestMs'> & Partial<Pick<InboxStats, 'running'>>>;
  dead(options: { limit: number }): Promise<readonly DeadLetter[]>;
  revive(id: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreFlags {
  /** A SQLite file, or a Redis URL. */
  store?: string;
  queue?: string;
  prefix?: string;
}

/** Opens the inbox. Its engine is loaded only now, because each needs packages that are optional. */
export async function openInboxStore({ store, queue, prefix }: StoreFlags): Promise<InboxStore> {
  if (store === undefined)
    throw usageError('which inbox? Write --store inbox.db, or set IM_CALLBACK_INBOX to the file or the Redis URL');
  const isRedis = /^rediss?:/i.test(store);
  // Not repeated, since it may hold a password; a file's name has neither.
  if (!isRedis && (/^[a-z][a-z0-9+.-]+:\/\//i.test(store) || /^[^/\\]*:[^/\\]*@/.test(store)))
    throw usageError('--store or IM_CALLBACK_INBOX is neither a file nor a URL that begins with redis:// or rediss://');
  if (!isRedis && (queue ?? prefix) !== undefined) throw usageError('--queue and --prefix are of an inbox in Redis');
  try {
    const opened = isRedis
      ? await inRedis(
          store.replace(/^\w+/, (scheme) => scheme.toLowerCase()),
          queue,
          prefix,
        )
      : await inFile(store);
    return withoutStacks(opened);
  } catch (error) {
    if (exitCodeFor(error) !== undefined) throw error;
    throw usageError((error as Error).message); // engines reject with errors that say what to do, and hold no password
  }
}

/** A store may be lost in the middle of a command, which is no more a fault of this program than one that cannot be opened. */
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

async function inRedis(connection: string, queue?: string, prefix?: string): Promise<InboxStore> {
  const { inspectBullmqInbox } = await import('../../inbox/bullmq/index.js');
  const options = { connection, ...(queue !== undefined && { queue }), ...(prefix !== undefined && { prefix }) };
  return inspectBullmqInbox(options).catch((error: Error) => {
    if (error instanceof TypeError) throw error;
    throw operationalError(error.message);
  });
}
