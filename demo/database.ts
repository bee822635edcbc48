import { closeSync, openSync } from 'node:fs';
/** The part that `node:sqlite` and `libsql` have in common. */
export interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

export interface Statement {
  run(...values: Value[]): { changes: number | bigint };
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
}

export type Value = string | number | null;

/** One step for each version. A released step never changes, because it has already run on somebody's data. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY, vendor TEXT NOT NULL, name TEXT NOT NULL, title TEXT,
    messages INTEGER NOT NULL DEFAULT 0, last_at INTEGER
  ) STRICT;
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL REFERENCES conversations,
    seq INTEGER, sender TEXT NOT NULL, nickname TEXT, type TEXT NOT NULL, text TEXT NOT NULL,
    mentions TEXT NOT NULL, sent_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX messages_in_order ON messages (conversation, sent_at, seq, id);
  CREATE INDEX messages_by_seq ON messages (conversation, seq);
  CREATE TABLE receipts (
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, read INTEGER NOT NULL, unread INTEGER NOT NULL,
    PRIMARY KEY (conversation, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE readers (
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, member TEXT NOT NULL,
    PRIMARY KEY (conversation, seq, member)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, account TEXT NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL,
    sent_at INTEGER NOT NULL
  ) STRICT;
  -- One row for each thing that a page shows, with the version of its last change: a page that has seen version 7 asks for
  -- what is above 7. AUTOINCREMENT never gives a number twice.
  CREATE TABLE changes (
    version INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, ref TEXT NOT NULL, UNIQUE (kind, ref)
  ) STRICT;
  `,
  `
  CREATE TABLE refusals (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, vendor TEXT NOT NULL, chat TEXT NOT NULL, sender TEXT NOT NULL,
    type TEXT NOT NULL, text TEXT NOT NULL, code INTEGER NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE reads (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, reader TEXT NOT NULL, up_to INTEGER NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE gaps (
    id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    at INTEGER NOT NULL, UNIQUE (conversation, first, last)
  ) STRICT;
  `,
];

/** Opens the file, creates it if there is none, and migrates it to the latest version. */
export function openDatabase(file: string, steps = migrations): Database {
  // Messages are private: SQLite gives its other files the mode of this one.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new (databaseClass())(file);
  // FULL: once a handler is done, the inbox forgets the delivery, so what the handler wrote must be on the disk by then.
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=1000');
  const version = versionOf(database);
  if (version > steps.length) {
    database.close();
    throw new Error(`${file} is of version ${version}, and this app knows up to ${steps.length}: start the newer app`);
  }
  for (const [i, step] of steps.entries()) {
    if (i >= version) database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version=${i + 1}; COMMIT`);
  }
  return database;
}

export function versionOf(database: Database): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Runs all or nothing. Do not nest. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** Built into Node from 22.13 on; `libsql` before that. */
function databaseClass(): new (file: string) => Database {
  try {
    // The types of Node 20 do not have it.
    return (require('node:sqlite') as { DatabaseSync: new (file: string) => Database }).DatabaseSync;
  } catch {
    return require('libsql') as new (
      file: string,
    ) => Database;
  }
}
