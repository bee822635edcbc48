import type { DeadLetter, StoredDelivery } from '../inbox';
import { type Blob, bytesOf, contentOf, deliveryOf, textOf } from './content';
import type { SqliteDatabase } from './driver';

/** The dead letters. Changes are made within a transaction of the caller. */
export interface DeadTable {
  /** A delivery that was never to be handled. */
  bury(delivery: StoredDelivery, error: string): void;
  /** Moves a waiting delivery, which `remove` takes away; false where it is gone. */
  take(id: number, error: string, attempts: number, remove: () => void): boolean;
  /** Puts one back, at the end of its lane; false where there is none with this id. */
  revive(id: string): boolean;
  /** Those that died after `since`, oldest first. */
  list(since: number, limit: number): DeadLetter[];
  /** Removes up to `limit` that died at `until` or before; says how many. */
  expire(until: number, limit: number): number;
  /** Removes the oldest `count`; says how many there were. */
  removeOldest(count: number): number;
  count(): number;
}

interface Content {
  lane: string | null;
  head: Blob;
  body: Blob;
}

interface Row extends Omit<Content, 'lane'> {
  id: number;
  died_at: number;
  attempts: number;
  error: Blob;
}

export function deadTable(database: SqliteDatabase): DeadTable {
  const bury = database.prepare(
    'INSERT INTO dead (died_at, attempts, error, lane, head, body) VALUES (?, 0, ?, ?, ?, ?)',
  );
  const waiting = database.prepare('SELECT lane, head, body FROM waiting JOIN content USING (id) WHERE waiting.id = ?');
  const lay = database.prepare(
    'INSERT INTO dead (died_at, attempts, error, lane, head, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const one = database.prepare('SELECT lane, head, body FROM dead WHERE id = ?');
  const revive = database.prepare('INSERT INTO waiting (accepted_at, lane) VALUES (?, ?)');
  const reviveContent = database.prepare('INSERT INTO content (id, head, body) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM dead WHERE id = ?');
  const list = database.prepare(
    'SELECT id, died_at, attempts, error, head, body FROM dead WHERE died_at > ? ORDER BY id LIMIT ?',
  );
  const expire = database.prepare(
    'DELETE FROM dead WHERE id IN (SELECT id FROM dead WHERE died_at <= ? ORDER BY died_at LIMIT ?)',
  );
  const removeOldest = database.prepare('DELETE FROM dead WHERE id IN (SELECT id FROM dead ORDER BY id LIMIT ?)');
  const count = database.prepare('SELECT count(*) AS n FROM dead');

  return {
    bury(delivery, error) {
      const { head, body } = contentOf(delivery);
      bury.run(Date.now(), Buffer.from(error), delivery.conversation ?? null, head, body);
    },
    take(id, error, attempts, remove) {
      const [row] = waiting.all(id) as Content[]; // the columns of the statement
      // Away first: in a file that is full there is room for it only where it stood.
      remove();
      if (row === undefined) return false;
      lay.run(Date.now(), attempts, Buffer.from(error), row.lane, bytesOf(row.head), bytesOf(row.body));
      return true;
    },
    revive(id) {
      // More digits are no id of SQLite, and no number that is exact.
      if (!/^\d{1,15}$/.test(id)) return false;
      const [row] = one.all(Number(id)) as Content[]; // the columns of the statement
      if (row === undefined) return false;
      remove.run(Number(id)); // first, as above
      const { lastInsertRowid } = revive.run(Date.now(), row.lane);
      reviveContent.run(Number(lastInsertRowid), bytesOf(row.head), bytesOf(row.body));
      return true;
    },
    list: (since, limit) => (list.all(since, limit) as Row[]).map(letterOf), // the columns of the statement
    expire: (until, limit) => Number(expire.run(until, limit).changes),
    removeOldest: (number) => Number(removeOldest.run(number).changes),
    count: () => (count.get() as { n: number }).n,
  };
}

function letterOf({ id, died_at, attempts, error, head, body }: Row): DeadLetter {
  return { id: String(id), delivery: deliveryOf({ head, body }), error: textOf(error), attempts, diedAt: died_at };
}
