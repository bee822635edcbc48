import type { Role } from './sqlite-connect';
import type { SqliteDatabase } from './sqlite-driver';
import { Unusable } from './sqlite-error';

/** Written into the header of the file: "IMCB". */
const applicationId = 0x494d4342;
const version = 1;

/**
 * `waiting` is small, so that counting it and loading it touches few pages; what was received stands in `content`, under the
 * same id. Ids are never used twice, hence AUTOINCREMENT: whatever has a higher id came later, also by another process.
 *
 * Texts that may hold any character are stored as UTF-8 bytes: libsql 0.5 cuts a text at its first NUL.
 */
const schema = `
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
`;

/** Makes sure that the file is an inbox of this version. The owner makes an empty file one. */
export function ensureSchema(database: SqliteDatabase, file: string, role: Role): void {
  const number = (sql: string) => Number(Object.values(database.prepare(sql).get() as object)[0]);
  const isEmpty = number('SELECT count(*) FROM sqlite_schema') === 0;
  const owner = number('PRAGMA application_id');
  if (isEmpty && owner === 0 && role === 'owner') return create(database);
  if (owner !== applicationId) {
    throw new Unusable(
      `sqliteInbox: ${file} is not an inbox, but a database of another program; name another file for the inbox`,
    );
  }
  const found = number('PRAGMA user_version');
  if (found === version) return;
  throw new Unusable(
    `sqliteInbox: ${file} has the layout ${found}, this version of express-im-callbacks knows ${version}; upgrade the package, or name another file`,
  );
}

/** In one transaction, header included: a crash leaves an inbox or an empty file. */
function create(database: SqliteDatabase): void {
  database.exec(
    `BEGIN IMMEDIATE; ${schema} PRAGMA application_id=${applicationId}; PRAGMA user_version=${version}; COMMIT`,
  );
}
