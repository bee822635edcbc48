import { check, checkAside } from './check';
import type { OpenDatabase, SqliteDatabase } from './driver';
import { openError } from './error';
import { layoutOf, migrate, refuseOldLayout } from './layout';
import { readPragma } from './pragma';

/** `owner`: works on the inbox. `guest`: inspects it, and creates nothing. */
export type Role = 'owner' | 'guest';

/**
 * How long a write waits for another program's write, in milliseconds. The owner's wait stops the event loop, so it is short; a
 * guest holds the file for one small transaction at a time.
 */
const busyMs = { owner: 250, guest: 5000 };

interface Begun {
  readonly database: SqliteDatabase;
  readonly file: string;
  readonly layout: number;
}

/**
 * Opens the file as an inbox. The settings are those of https://sqlite.org/pragma.html: `synchronous=FULL`, since in WAL mode
 * NORMAL does not wait for the disk at a COMMIT; `fullfsync`, since on macOS fsync alone does not reach the disk;
 * `secure_delete`, so that what is deleted is overwritten with zeros. The owner checks for damage and migrates an older layout.
 */
export function connect(file: string, open: OpenDatabase, role: Role): SqliteDatabase {
  const begun = begin(file, open, role);
  try {
    if (role === 'guest') refuseOldLayout(begun.layout, file);
    else check(begun.database);
    return settle(begun);
  } catch (error) {
    throw closed(begun, error);
  }
}

/** The same for an owner of a file that may be large: the event loop goes on during the check for damage. */
export async function connectAside(file: string, open: OpenDatabase): Promise<SqliteDatabase> {
  const begun = begin(file, open, 'owner');
  try {
    await checkAside(begun.database, file, open);
    return settle(begun);
  } catch (error) {
    throw closed(begun, error);
  }
}

function begin(file: string, open: OpenDatabase, role: Role): Begun {
  let database: SqliteDatabase | undefined;
  try {
    database = open(file);
    database.exec(`PRAGMA busy_timeout=${busyMs[role]}; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF`);
    return { database, file, layout: layoutOf(database, file) };
  } catch (error) {
    database?.close();
    throw openError(file, error);
  }
}

function settle({ database, layout }: Begun): SqliteDatabase {
  migrate(database, layout);
  const mode = readPragma(database, 'journal_mode=WAL');
  if (mode !== 'wal')
    throw new Error(`a write-ahead log is not possible there; SQLite offers only journal_mode=${mode}`);
  database.exec('PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON');
  database.exec('PRAGMA secure_delete=ON');
  return database;
}

function closed({ database, file }: Begun, error: unknown): Error {
  database.close();
  return openError(file, error);
}
