import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { SqliteDatabase } from './driver';
import type { GroupCommit } from './group-commit';
import type { SqliteSettings } from './options';
import { readPragma } from './pragma';
import type { Tables } from './tables';

export interface Housekeeping {
  stop(): void;
}

export interface HouseNeeds {
  /** Of the file that is open now. */
  tables(): Tables;
  tally: { dead: number };
  settings: SqliteSettings;
  commits: GroupCommit;
  /** Whether the file is still there; looked at first. */
  watch(): void;
  /** After the log was emptied. */
  emptied(): void;
  /** Counts the rows anew. */
  count(): void;
  more(): void;
}

const everyMs = 1000;
/** Most dead letters that go at once for their age: a clock that is wrong for a moment must not remove them all. */
const portion = 100;

/** What is to be done from time to time. Its timer keeps no process alive. */
export function housekeeping(needs: HouseNeeds): Housekeeping {
  const { tables, settings, commits, tally } = needs;
  let known: unknown;
  const timer = setInterval(tick, everyMs);
  timer.unref();

  function tick(): void {
    try {
      needs.watch();
      commits.retry();
      lookForOthers();
      // A transaction that removes nothing writes nothing.
      commits.record(tidy).catch(() => undefined); // the next tick tries again
      emptyLog(tables().database);
      needs.emptied();
    } catch (error) {
      warnOnce(`the inbox ${settings.file} cannot be looked after: ${errorMessage(error)}`);
    }
  }

  /** The version changes when another connection has committed, as the command line does when it revives. */
  function lookForOthers(): void {
    const found = readPragma(tables().database, 'data_version');
    if (found !== known) needs.count();
    known = found;
    needs.more();
  }

  function tidy(): void {
    const { seen, deadLetters, sequences } = tables();
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
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  } finally {
    database.exec(`PRAGMA busy_timeout=${busyMs}`);
  }
}
