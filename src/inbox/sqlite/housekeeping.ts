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
  /** The connection to the file that is open now. */
  tables(): Tables;
  tally: { dead: number };
  settings: SqliteSettings;
  commits: GroupCommit;
  /** Whether the file is still there; checked first. */
  watch(): void;
  /** After the log was emptied. */
  emptied(): void;
  /** Counts the rows again. */
  count(): void;
  more(): void;
}

const everyMs = 1000;
/** How many dead letters are removed for their age at once: a clock that is wrong for a moment must not remove all of them. */
const portion = 100;

/** Periodic work. Its timer keeps no process alive. */
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
      commits.record(tidy).catch(() => undefined); // the next tick retries
      emptyLog(tables().database);
      needs.emptied();
    } catch (error) {
      warnOnce(`the inbox ${settings.file} cannot be maintained: ${errorMessage(error)}`);
    }
  }

  /** The version changes when another connection has committed, e.g. when the command line revives a dead letter. */
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
 * Moves the write-ahead log into the file and truncates it: it still holds content of deleted rows. It does not wait for readers;
 * the next time will do.
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
