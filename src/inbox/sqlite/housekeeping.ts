import { warnOnce } from '../../observe/warn';
import { readPragma } from './connect';
import type { SqliteDatabase } from './driver';
import { messageOf } from './error';
import type { GroupCommit } from './group-commit';
import type { SqliteSettings } from './options';
import type { Store } from './store';

export interface Housekeeping {
  stop(): void;
}

type Needs = Pick<Store, 'dead' | 'seen' | 'notes' | 'tally'> & {
  database: SqliteDatabase;
  settings: SqliteSettings;
  commits: GroupCommit;
  /** Counts the rows anew. */
  count(): void;
  more(): void;
};

const everyMs = 1000;
/** Most dead letters that go at once for their age: a clock that is wrong for a moment must not remove them all. */
const portion = 100;

/** What is to be done from time to time. Its timer keeps no process alive. */
export function housekeeping(store: Needs): Housekeeping {
  const { database, settings, commits, dead, seen, notes, tally } = store;
  const version = database.prepare('PRAGMA data_version');
  const readVersion = () => (version.get() as { data_version: number }).data_version; // the column of the pragma
  let known = readVersion();
  const timer = setInterval(tick, everyMs);
  timer.unref();

  function tick(): void {
    try {
      commits.retry();
      lookForOthers();
      // A transaction that removes nothing writes nothing.
      commits.write(tidy).catch(() => undefined); // the next tick tries again
      emptyLog(database);
    } catch (error) {
      warnOnce(`the inbox ${settings.file} cannot be looked after: ${messageOf(error)}`);
    }
  }

  /** It changes when another connection has committed, as the command line does when it revives. */
  function lookForOthers(): void {
    const found = readVersion();
    if (found !== known) store.count();
    known = found;
    store.more();
  }

  function tidy(): void {
    seen.expire();
    tally.dead -= dead.expire(Date.now() - settings.deadRetentionMs, portion);
    notes.trim();
  }

  return { stop: () => clearInterval(timer) };
}

/**
 * Moves what stands in the write-ahead log into the file, and cuts the log to nothing: it holds what was received also after
 * its row is gone. Whoever reads at this moment is not waited for; the next time will do.
 */
export function emptyLog(database: SqliteDatabase): void {
  const busyMs = Number(readPragma(database, 'busy_timeout'));
  database.exec('PRAGMA busy_timeout=0');
  try {
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  } finally {
    database.exec(`PRAGMA busy_timeout=${busyMs}`);
  }
}
