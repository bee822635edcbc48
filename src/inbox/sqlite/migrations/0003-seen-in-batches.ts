import type { SqliteDatabase } from '../driver';

/**
 * The keys of one transaction are one row, their digests one after another, and are known in memory. What an older version has stored in
 * `seen`, a row each, stays there until it is out of date.
 */
export function seenInBatches(database: SqliteDatabase): void {
  database.exec(`
    CREATE TABLE seen_batch (id INTEGER PRIMARY KEY AUTOINCREMENT, until INTEGER NOT NULL, hashes BLOB NOT NULL);
    CREATE INDEX seen_batch_by_end ON seen_batch (until);
  `);
}
