import type { BigIntStats } from 'node:fs';
import type { OpenDatabase, SqliteDatabase } from './driver';
import { kindOfError, openError } from './error';
import { findFile, isSameFile } from './file-at';
import { makePrivate } from './private-file';

/**
 * The files that this process has open, and with which driver, in a place that all copies of this module share. POSIX locks
 * belong to the process, so two drivers in it do not see each other, and when one closes the file, the other loses its lock
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 */
const registry = Symbol.for('express-im-callbacks/inbox/sqlite');
const shared = globalThis as { [registry]?: Map<string, OpenDatabase> };
shared[registry] ??= new Map();
const held = shared[registry];

/** The driver with which this process has the file open; a second opener in this process must use the same. */
export function holderOf(file: string): OpenDatabase | undefined {
  return held.get(file);
}

/** Another process has the lock. */
export class Held extends Error {}

export interface Lock {
  /**
   * Takes the lock again when its file was removed, and then returns true. Throws `Held`, or why the file cannot be created.
   */
  renew(): boolean;
  release(): void;
}

/**
 * Keeps others from working on the inbox until it is released or the process ends in any way. It locks a separate file,
 * `<file>-lock`: the inbox itself stays open to readers.
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

/** A file that was removed between opening and locking keeps nobody out, so it is opened again, a limited number of times. */
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
      `sqliteInbox: another process has ${file}; stop that process first, give each process its own file, or share an inbox with postgresInbox or bullmqInbox`,
      { cause: error },
    );
  }
}

/** Closing the file releases the lock, even when SQLite finds that the file has left its path. */
function closeQuietly(lock: SqliteDatabase): void {
  try {
    lock.close();
  } catch {
    // its result is not needed
  }
}
