import type { BigIntStats } from 'node:fs';
import type { SqliteDatabase } from './driver';
import { findFile, isSameFile } from './file-at';
import { readPragma } from './pragma';

/**
 * Checks that the file under an open inbox is still the one at its path. SQLite never checks: it would go on writing to a removed
 * file, which disappears with the process.
 */
export interface FileWatch {
  /** What has happened to the file and its log since they were opened, or since `learn`; undefined when nothing has. */
  check(): Loss | undefined;
  /** The same, including all files beside it. */
  checkAll(): Loss | undefined;
  /** After a transaction of this process: remembers the size of the log. */
  learn(): void;
  /** After the log was emptied: remembers all sizes. */
  learnAll(): void;
}

export interface Loss {
  /** e.g. `it was removed or moved away`. */
  readonly what: string;
  /** The paths that still have the files that were opened. */
  ours(): readonly string[];
}

interface Known {
  readonly path: string;
  readonly what: string;
  stats: BigIntStats | undefined;
}

export function watchFile(database: SqliteDatabase, file: string): FileWatch {
  database.prepare('SELECT count(*) FROM sqlite_schema').all(); // any read makes SQLite open log and index
  const main: Known = { path: file, what: 'it', stats: findFile(file) };
  const log: Known = { path: `${file}-wal`, what: 'its -wal file', stats: undefined };
  const index: Known = { path: `${file}-shm`, what: 'its -shm file', stats: undefined };
  const all = [main, log, index];

  function lossAmong(some: readonly Known[]): Loss | undefined {
    for (const known of some) {
      const what = happenedTo(known);
      if (what === undefined) continue;
      return { what: `${known.what} ${what}`, ours };
    }
    return undefined;
  }

  function ours(): string[] {
    return all.filter(({ path, stats }) => isSameFile(findFile(path), stats)).map(({ path }) => path);
  }

  function happenedTo(known: Known): string | undefined {
    if (known.stats === undefined) return undefined; // it did not exist yet
    const now = findFile(known.path);
    if (now === undefined) return 'was removed or moved away';
    if (!isSameFile(now, known.stats)) return 'was replaced by another file';
    const isShort = known !== index && now.size < known.stats.size && !isShortRightly(known, Number(now.size));
    return isShort ? 'was truncated' : undefined;
  }

  /** Another program may have run VACUUM or a checkpoint: then nothing is missing. */
  function isShortRightly(known: Known, size: number): boolean {
    try {
      if (known === log)
        database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all(); // fails where a frame is missing
      else if (pages('page_count') * pages('page_size') > size) return false;
    } catch {
      return false;
    }
    learn(all);
    return true;
  }

  function pages(pragma: string): number {
    return Number(readPragma(database, pragma));
  }

  function learn(some: readonly Known[]): void {
    for (const known of some) {
      const now = findFile(known.path);
      // `check` finds out whether it is another file.
      if (known.stats === undefined || isSameFile(now, known.stats)) known.stats = now;
    }
  }

  learn(all);
  const [often, growing] = [[main, log], [log]];
  return {
    check: () => lossAmong(often),
    checkAll: () => lossAmong(all),
    learn: () => learn(growing),
    learnAll: () => learn(all),
  };
}
