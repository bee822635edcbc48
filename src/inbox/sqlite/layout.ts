import type { SqliteDatabase } from './driver';
import { Unusable } from './error';
import { migrations } from './migrations';

/** Written into the header of the file: "IMCB". */
const applicationId = 0x494d4342;
const newest = migrations.length;

/** The file has an older layout, and the caller may not change that. */
export class OldLayout extends Unusable {}

/**
 * The layout of the file; 0 for an empty file. Throws for the database of another program, and for a layout of a newer version of
 * this package.
 */
export function layoutOf(database: SqliteDatabase, file: string): number {
  const number = (sql: string) => Number(Object.values(database.prepare(sql).all()[0] as object)[0]);
  const owner = number('PRAGMA application_id');
  if (owner === 0 && number('SELECT count(*) FROM sqlite_schema') === 0) return 0;
  if (owner !== applicationId) {
    throw new Unusable(
      `sqliteInbox: ${file} is not an inbox, but a database of another program; name another file for the inbox`,
    );
  }
  const found = number('PRAGMA user_version');
  if (found <= newest) return found;
  throw new Unusable(
    `sqliteInbox: ${file} has the layout ${found}, this version of express-im-callbacks knows ${newest}; upgrade the package, or name another file`,
  );
}

/** Migrates the file to the newest layout in one transaction, header included: a crash leaves it as it was. */
export function migrate(database: SqliteDatabase, from: number): void {
  if (from === newest) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of migrations.slice(from)) migration(database);
    database.exec(`PRAGMA application_id=${applicationId}; PRAGMA user_version=${newest}; COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** For inspection only: throws when the file does not have the newest layout. */
export function refuseOldLayout(found: number, file: string): void {
  if (found === newest) return;
  if (found === 0) throw new Unusable(`sqliteInbox: ${file} is empty; name the file that the app gave to sqliteInbox`);
  throw new OldLayout(
    `sqliteInbox: ${file} has the layout ${found} of an older version of express-im-callbacks, and the app that works on it keeps it; restart the app with this version`,
  );
}
