import type { SqliteDatabase } from '../driver';

/**
 * `waiting` is small, so that counting and loading it touches few pages; `content` has the received data under the same id. Ids
 * are never reused, hence AUTOINCREMENT: a higher id always means later, even from another process.
 *
 * Texts that may hold any character are stored as UTF-8 bytes: libsql 0.5 cuts a text at its first NUL.
 */
export function firstLayout(database: SqliteDatabase): void {
  database.exec(`
    CREATE TABLE waiting (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      accepted_at INTEGER NOT NULL,
      lane TEXT,
      aside INTEGER NOT NULL DEFAULT 0,
      attempts INTEGER NOT NULL DEFAULT 0,
      first_failed_at INTEGER,
      due_at INTEGER,
      delay_ms INTEGER
    );
    CREATE TABLE content (id INTEGER PRIMARY KEY, head BLOB NOT NULL, body BLOB NOT NULL);
    CREATE TABLE dead (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      died_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      error BLOB NOT NULL,
      lane TEXT,
      head BLOB NOT NULL,
      body BLOB NOT NULL
    );
    CREATE INDEX dead_by_age ON dead (died_at);
    CREATE TABLE seen (hash BLOB PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX seen_by_end ON seen (until);
    CREATE TABLE note (id INTEGER PRIMARY KEY, conversation TEXT NOT NULL UNIQUE, state TEXT NOT NULL, due_at INTEGER);
    CREATE INDEX note_by_due ON note (due_at) WHERE due_at IS NOT NULL;
  `);
}
