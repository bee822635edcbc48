import { dirname } from 'node:path';
import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { InboxFault } from '../inbox';
import type { OpenDatabase, SqliteDatabase } from './driver';
import { findFile } from './file-at';
import { type Loss, watchFile } from './file-watch';
import { Held, type Lock } from './lock';
import { type Left, loseFile } from './lose-file';

/** Checks that this process may still work on the file: it may have been removed, or another process may have taken it over. */
export interface Guard {
  /** Why nothing new may be stored; undefined when it may. Checks file and log, which costs some microseconds. */
  refusal(): Error | undefined;
  /** The same, after a check of all files beside them; to be called every second. */
  refusalOfAll(): Error | undefined;
  /** After a transaction of this process. */
  learn(): void;
  /** After the log was emptied. */
  learnAll(): void;
  close(): void;
}

export interface GuardNeeds {
  database: SqliteDatabase;
  file: string;
  open: OpenDatabase;
  lock: Lock;
  /** Work continues on what could be saved of a lost file. */
  replaced(database: SqliteDatabase): void;
  /** Another process works on the file: hand out nothing more. */
  superseded(): void;
  tell(fault: InboxFault): void;
}

/**
 * Time until saving the waiting deliveries is retried, in milliseconds. It doubles, because a try on a full disk is expensive;
 * without the folder a try costs nothing.
 */
const waits = { firstMs: 1000, longestMs: 60_000 };

export function guardFile(needs: GuardNeeds): Guard {
  const { database, file, open, lock, replaced, superseded, tell } = needs;
  const watch = watchFile(database, file);
  let lost: { loss: Loss; left: Left } | undefined;
  let usurped: Error | undefined;
  let nextTry = 0;
  let waitMs = waits.firstMs;

  /** A lost file stays lost: a new file at the path is not this one. */
  function lose(loss: Loss): Error {
    lost = { loss, left: save(loss) };
    const { error } = lost.left;
    warnOnce(error.message);
    tell({ fault: 'lost', message: error.message, cause: error });
    return error;
  }

  function save(loss: Loss): Left {
    const isThere = findFile(dirname(file)) !== undefined;
    waitMs = isThere ? Math.min(waits.longestMs, 2 * waitMs) : waits.firstMs;
    nextTry = performance.now() + waitMs;
    const left = loseFile({ database, file, open, loss });
    if (left.database !== undefined) replaced(left.database);
    return left;
  }

  /** The folder may come back, or room on the disk. */
  function saveLater(): void {
    if (lost === undefined || lost.left.database !== undefined) return;
    lost.left = save(lost.loss);
    if (lost.left.database !== undefined) warnOnce(lost.left.error.message);
  }

  function keepLock(): Error | undefined {
    try {
      if (lock.renew()) warnOnce(`the file ${file}-lock was removed while the inbox was open, and has been recreated`);
    } catch (cause) {
      if (!(cause instanceof Held)) return cannotLock(cause);
      const message = `the file ${file}-lock was removed while the inbox was open, and another process has the inbox now; nothing more is accepted or handled here, stop this process`;
      usurped = new Error(message, { cause });
      warnOnce(message);
      tell({ fault: 'lost', message, cause });
      superseded();
    }
    return usurped;
  }

  /** E.g. for lack of room: the next check retries, and no other process has entered so far. */
  function cannotLock(cause: unknown): undefined {
    warnOnce(
      `the file ${file}-lock was removed while the inbox was open, and cannot be recreated: ${errorMessage(cause)}`,
    );
  }

  function refusal(check: () => Loss | undefined): Error | undefined {
    if (usurped !== undefined) return usurped;
    if (lost !== undefined) return lost.left.error;
    const loss = check();
    return loss && lose(loss);
  }

  return {
    refusal: () => refusal(watch.check),
    refusalOfAll() {
      if (performance.now() >= nextTry) saveLater();
      return refusal(watch.checkAll) ?? keepLock();
    },
    learn: watch.learn,
    learnAll: watch.learnAll,
    close() {
      saveLater();
      lost?.left.release();
    },
  };
}
