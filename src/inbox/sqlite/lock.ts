import type { OpenDatabase, SqliteDatabase } from './driver';
import { kindOfError, openError } from './error';
import { findFile, isSameFile } from './file-at';
import { makePrivate } from './private-file';

/**
 * Files that this process has, and by what, in a place that all copies of this module share: POSIX locks are one process's, so two
 * drivers in it do not see each other, and closing the file in one lets go of the lock of the other
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 */
const registry = Symbol.for('express-im-callbacks/inbox/sqlite');
const shared = globalThis as { [registry]?: Map<string, OpenDatabase> };
shared[registry] ??= new Map();
const held = shared[registry];

/** What this process has the file open by; whoever opens it a second time here has to use the same. */
export function holderOf(file: string): OpenDatabase | undefined {
  return held.get(file);
}

export interface Lock {
  /** Takes it anew where its file was removed, which is then true. Throws where another process has it by now. */
  renew(): boolean;
  release(): void;
}

/**
 * Keeps others from working on the inbox, until it is released or the process ends, however that ends. It is a file of its own
 * that is locked, `<file>-lock`: the inbox itself stays open for those who only look.
 */
export function holdLock(file: string, open: OpenDatabase): Lock {
  if (held.has(file)) {
    throw new Error(
      `sqliteInbox: ${file} is open already in this process; share one inbox, or close() the first before a second opens`,
    );
  }
  const path = `${file}-lock`;
  let locked = take(file, open);
  let stats = findFile(path);
  held.set(file, open);
  return {
    renew() {
      if (isSameFile(findFile(path), stats)) return false;
      makePrivate(file);
      const anew = take(file, open);
      closeQuietly(locked);
      locked = anew;
      stats = findFile(path);
      return true;
    },
    release() {
      held.delete(file);
      closeQuietly(locked);
    },
  };
}

function take(file: string, open: OpenDatabase): SqliteDatabase {
  let lock: SqliteDatabase | undefined;
  try {
    lock = open(`${file}-lock`);
    lock.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (kindOfError(error) !== 'BUSY') throw openError(`${file}-lock`, error);
    throw new Error(
      `sqliteInbox: another process has ${file}; stop it first, or give each process a file of its own, or share an inbox by bullmqInbox`,
      { cause: error },
    );
  }
}

/** The lock goes with the file that is closed, also where SQLite finds that it is not at its path any more. */
function closeQuietly(lock: SqliteDatabase): void {
  try {
    lock.close();
  } catch {
    // nothing of it is needed
  }
}
