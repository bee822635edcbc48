import type { SqliteDatabase } from './driver';

/** The one value that a pragma returns, whatever its column is called. */
export function readPragma(database: SqliteDatabase, pragma: string): unknown {
  return Object.values((database.prepare(`PRAGMA ${pragma}`).all()[0] ?? {}) as object)[0];
}

/** On a damaged file even this fails; the change that follows reports the error. */
export function setQuietly(database: SqliteDatabase, pragma: string): void {
  try {
    database.exec(`PRAGMA ${pragma}`);
  } catch {
    // the change reports it
  }
}
