import type { BigIntStats } from 'node:fs';
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

/** Another process has the lock. */
export class Held extends Error {}

export interface Lock {
  /** Takes it anew where its file was removed, which is then true. Throws `Held`, or why its file cannot be made. */
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
  let locked = take(file, open);
  held.set(file, open);
  return {
    renew() {
      if (isSameFile(findFile(pathOf(file)), locked.stats)) return false;
      const anew = take(file, open);
      closeQuietly(locked.database);
      locked = anew;
      return true;
    },
    release() {
      held.delete(file);
      closeQuietly(locked.database);
    },
  };
}

interface Locked {
  readonly database: SqliteDatabase;
  readonly stats: BigIntStats | undefined;
}

const pathOf = (file: string) => `${file}-lock`;

/** A file that was removed between its opening and its lock keeps nobody out; who removes it again and again is let go on. */
function take(file: string, open: OpenDatabase, tries = 10): Locked {
  makePrivate(file);
  const stats = findFile(pathOf(file));
  const database = lockedBy(file, open);
  if (tries === 0 || isSameFile(findFile(pathOf(file)), stats)) return { database, stats };
  closeQuietly(database);
  return take(file, open, tries - 1);
}

function lockedBy(file: string, open: OpenDatabase): SqliteDatabase {
  let lock: SqliteDatabase | undefined;
  try {
    lock = open(pathOf(file));
    lock.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (kindOfError(error) !== 'BUSY') throw openError(pathOf(file), error);
    throw new Held(
      `sqliteInbox: another process has ${file}; stop it first, or give each process a file of its own, or share an inbox by postgresInbox or bullmqInbox`,
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
