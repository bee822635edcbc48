import { digestBytes } from './digest-ring';
import type { SqliteDatabase } from './driver';

/**
 * Keys that are not in memory, because too many came within `dedupMs`, or an older version of this package stored them. Each is a row,
 * and every new key is looked up here while there are any. The caller runs changes within a transaction.
 */
export interface SeenArchive {
  has(digest: Uint8Array): boolean;
  /** Digests one after another, remembered until this Unix millisecond. */
  add(digests: Buffer, until: number): void;
  /** Removes up to `limit` expired keys. */
  expire(limit: number): void;
}

export function seenArchive(database: SqliteDatabase, dedupMs: number): SeenArchive {
  const find = database.prepare('SELECT 1 FROM seen WHERE hash = ? AND until > ?');
  const insert = database.prepare('INSERT OR REPLACE INTO seen (hash, until) VALUES (?, ?)');
  const any = database.prepare('SELECT 1 FROM seen LIMIT 1');
  const expire = database.prepare(
    'DELETE FROM seen WHERE hash IN (SELECT hash FROM seen WHERE until <= ? ORDER BY until LIMIT ?)',
  );
  const shorten = database.prepare(
    'UPDATE seen SET until = ? WHERE hash IN (SELECT hash FROM seen WHERE until > ? ORDER BY until DESC LIMIT ?)',
  );
  let isUsed = any.all().length > 0;

  return {
    has: (digest) => isUsed && find.all(digest, Date.now()).length > 0,
    add(digests, until) {
      isUsed = true;
      for (let at = 0; at < digests.length; at += digestBytes)
        insert.run(digests.subarray(at, at + digestBytes), Math.round(until));
    },
    expire(limit) {
      if (!isUsed) return;
      const now = Date.now();
      // After the clock was set back: none may be remembered for longer than a new one.
      shorten.run(now + dedupMs, now + dedupMs, limit);
      expire.run(now, limit);
      isUsed = any.all().length > 0;
    },
  };
}
