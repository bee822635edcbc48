import type { OpenDatabase, SqliteDatabase } from './driver';
import { openError } from './error';
import { layoutOf, migrate, refuseOldLayout } from './layout';

/** `owner`: works on the inbox. `guest`: looks in beside it, and makes nothing. */
export type Role = 'owner' | 'guest';

/**
 * How long a write waits for another program's, in milliseconds. The owner's wait stops the event loop, so it is short; a
 * guest holds the file for one small transaction at a time.
 */
const busyMs = { owner: 250, guest: 5000 };

/**
 * Opens the file as an inbox. The settings are those of https://sqlite.org/pragma.html: `synchronous=FULL`, since in WAL mode
 * NORMAL does not wait for the disk at a COMMIT; `fullfsync`, since on macOS fsync alone does not reach the disk;
 * `secure_delete`, so that what is deleted is overwritten with zeros. The owner brings an older layout up to date.
 */
export function connect(file: string, open: OpenDatabase, role: Role): SqliteDatabase {
  let database: SqliteDatabase | undefined;
  try {
    database = open(file);
    database.exec(`PRAGMA busy_timeout=${busyMs[role]}; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF`);
    const layout = layoutOf(database, file);
    if (role === 'guest') refuseOldLayout(layout, file);
    else {
      check(database);
      migrate(database, layout);
    }
    const mode = readPragma(database, 'journal_mode=WAL');
    if (mode !== 'wal') throw new Error(`a write-ahead log is not possible there, only journal_mode=${mode}`);
    database.exec('PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON');
    database.exec('PRAGMA secure_delete=ON');
    return database;
  } catch (error) {
    database?.close();
    throw openError(file, error);
  }
}

/** Reads every page once: about a second for each gigabyte that the page cache has. */
function check(database: SqliteDatabase): void {
  const found = readPragma(database, 'quick_check(1)');
  if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' });
}

/** The one value that a pragma answers with, whatever its column is called. */
export function readPragma(database: SqliteDatabase, pragma: string): unknown {
  return Object.values((database.prepare(`PRAGMA ${pragma}`).all()[0] ?? {}) as object)[0];
}

/** On a file that is damaged not even this can be done, of which the change that it is for tells next. */
export function setQuietly(database: SqliteDatabase, pragma: string): void {
  try {
    database.exec(`PRAGMA ${pragma}`);
  } catch {
    // told by the change
  }
}
