import type { OpenDatabase, SqliteDatabase } from './sqlite-driver';
import { kindOfError, openError } from './sqlite-error';

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

/**
 * Keeps others from working on the inbox, until the returned function is called or the process ends, however that ends. It is
 * a file of its own that is locked, `<file>-lock`: the inbox itself stays open for those who only look.
 */
export function holdLock(file: string, open: OpenDatabase): () => void {
  if (held.has(file)) {
    throw new Error(
      `sqliteInbox: ${file} is open already in this process; share one inbox, or close() the first before a second opens`,
    );
  }
  let lock: SqliteDatabase | undefined;
  try {
    lock = open(`${file}-lock`);
    lock.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (kindOfError(error) !== 'BUSY') throw openError(`${file}-lock`, error);
    throw new Error(
      `sqliteInbox: another process has ${file}; stop it first, or give each process a file of its own, or share an inbox by bullmqInbox`,
      { cause: error },
    );
  }
  const locked = lock;
  held.set(file, open);
  return () => {
    held.delete(file);
    locked.close();
  };
}
