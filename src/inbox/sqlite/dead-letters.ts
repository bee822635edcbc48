import type { DeadLetter } from '../inbox';
import { bytesOf, type Content, decodeText, laneOf } from './content';
import { readable } from './damaged';
import type { SqliteDatabase } from './driver';

/** The dead letters. The caller runs changes within a transaction. */
export interface DeadLetterTable {
  bury(content: Content, error: string, attempts: number): void;
  /** Removes one, to be revived; undefined when there is none with this id. */
  take(id: string): Content | undefined;
  /** Those that were buried after `since`, oldest first. */
  list(since: number, limit: number): DeadLetter[];
  /** Removes up to `limit` that were buried at `until` or before; says how many. */
  expire(until: number, limit: number): number;
  /** Removes the oldest `count`; says how many there were. */
  removeOldest(count: number): number;
  count(): number;
}

interface Row extends Content {
  id: number;
  buried_at: number;
  attempts: number;
  error: Content['head'];
}

export function deadLetterTable(database: SqliteDatabase): DeadLetterTable {
  const insert = database.prepare(
    'INSERT INTO dead (buried_at, attempts, error, lane, head, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT lane, head, body FROM dead WHERE id = ?');
  const remove = database.prepare('DELETE FROM dead WHERE id = ?');
  const list = database.prepare(
    'SELECT id, buried_at, attempts, error, lane, head, body FROM dead WHERE buried_at > ? ORDER BY id LIMIT ?',
  );
  const expire = database.prepare(
    'DELETE FROM dead WHERE id IN (SELECT id FROM dead WHERE buried_at <= ? ORDER BY buried_at LIMIT ?)',
  );
  const removeOldest = database.prepare('DELETE FROM dead WHERE id IN (SELECT id FROM dead ORDER BY id LIMIT ?)');
  const count = database.prepare('SELECT count(*) AS n FROM dead');

  return {
    bury({ lane, head, body }, error, attempts) {
      insert.run(Date.now(), attempts, Buffer.from(error), laneOf(lane), bytesOf(head), bytesOf(body));
    },
    take(id) {
      // An id of SQLite has no more digits, and a number with more is not exact.
      if (!/^\d{1,15}$/.test(id)) return undefined;
      const [content] = select.all(Number(id)) as Content[]; // the columns of the statement
      remove.run(Number(id));
      return content;
    },
    list: (since, limit) => (list.all(since, limit) as Row[]).map(toDeadLetter), // the columns of the statement
    expire: (until, limit) => Number(expire.run(until, limit).changes),
    removeOldest: (number) => Number(removeOldest.run(number).changes),
    count: () => (count.all()[0] as { n: number }).n,
  };
}

function toDeadLetter({ id, buried_at: diedAt, attempts, error, ...content }: Row): DeadLetter {
  return { id: String(id), delivery: readable(content), error: decodeText(error), attempts, diedAt };
}
