import type { SqliteDatabase } from './driver';

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
