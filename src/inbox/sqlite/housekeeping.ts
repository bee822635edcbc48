import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import { readPragma } from './connect';
import type { DeadLetterTable } from './dead-letters';
import type { SqliteDatabase } from './driver';
import type { GroupCommit } from './group-commit';
import type { SqliteSettings } from './options';
import type { SeenTable } from './seen';
import type { SequenceTable } from './sequences';

export interface Housekeeping {
  stop(): void;
}

export interface HouseNeeds {
  deadLetters: DeadLetterTable;
  seen: SeenTable;
  sequences: SequenceTable;
  tally: { dead: number };
  database: SqliteDatabase;
  settings: SqliteSettings;
  commits: GroupCommit;
  /** Counts the rows anew. */
  count(): void;
  more(): void;
}

const everyMs = 1000;
/** Most dead letters that go at once for their age: a clock that is wrong for a moment must not remove them all. */
const portion = 100;

/** What is to be done from time to time. Its timer keeps no process alive. */
export function housekeeping(needs: HouseNeeds): Housekeeping {
  const { database, settings, commits, deadLetters, seen, sequences, tally } = needs;
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
      warnOnce(`the inbox ${settings.file} cannot be looked after: ${errorMessage(error)}`);
    }
  }

  /** It changes when another connection has committed, as the command line does when it revives. */
  function lookForOthers(): void {
    const found = readVersion();
    if (found !== known) needs.count();
    known = found;
    needs.more();
  }

  function tidy(): void {
    seen.expire();
    tally.dead -= deadLetters.expire(Date.now() - settings.deadRetentionMs, portion);
    sequences.trim();
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
