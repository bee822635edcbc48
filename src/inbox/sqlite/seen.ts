import { createHash } from 'node:crypto';
import type { SqliteDatabase } from './driver';

/** The recently accepted keys. The caller runs changes within a transaction. */
export interface SeenTable {
  /** Remembers a key for `dedupMs` from now; false when it is remembered already. */
  isFirst(key: string): boolean;
  /** Removes a small portion of the expired keys. */
  expire(): void;
}

const portion = 500;
/** For each new key, up to two expired ones are removed, so that the table stays small. */
const every = 16;

export function seenTable(database: SqliteDatabase, dedupMs: number): SeenTable {
  const enter = database.prepare(
    'INSERT INTO seen (hash, until) VALUES (?, ?) ON CONFLICT DO UPDATE SET until = excluded.until WHERE until <= ?',
  );
  const expire = database.prepare(
    'DELETE FROM seen WHERE hash IN (SELECT hash FROM seen WHERE until <= ? ORDER BY until LIMIT ?)',
  );
  const shorten = database.prepare(
    'UPDATE seen SET until = ? WHERE hash IN (SELECT hash FROM seen WHERE until > ? ORDER BY until DESC LIMIT ?)',
  );
  let entered = 0;

  return {
    isFirst(key) {
      const now = Date.now();
      entered += 1;
      if (entered % every === 0) expire.run(now, 2 * every);
      return enter.run(hashOf(key), now + dedupMs, now).changes > 0;
    },
    expire() {
      const now = Date.now();
      // After the clock was set back, no key may be remembered for longer than a new one.
      shorten.run(now + dedupMs, now + dedupMs, portion);
      expire.run(now, portion);
    },
  };
}

/** Half of SHA-256: keys may be long, and hold names of users. */
function hashOf(key: string): Uint8Array {
  return createHash('sha256').update(key).digest().subarray(0, 16);
}
