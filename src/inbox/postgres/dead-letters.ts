import type { DeadLetter, StoredDelivery } from '../inbox';
import { fromContent, toContent } from './content';
import type { Database } from './database';
import { type Name, type Place, placeOf } from './place';

export interface DeadLetters {
  /** Buries a delivery that was never stored. */
  add(delivery: StoredDelivery, error: string): Promise<void>;
  /** Buries a waiting delivery. When it is gone, nothing changes. */
  bury(name: Name, error: string, attempts: number): Promise<void>;
  list(limit: number): Promise<readonly DeadLetter[]>;
  /** Returns where it waits now; undefined when there is none with this id. */
  revive(id: string): Promise<Place | undefined>;
  /** Removes the oldest dead letters above the limit, and those that are too old. */
  trim(): Promise<void>;
}

const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
/** How many are removed for their age at once: a clock that is wrong for a moment must not remove all of them. */
const portion = 100;

export function deadLetters(
  { query, schema: s }: Database,
  { maxDead, deadRetentionMs }: { maxDead: number; deadRetentionMs: number },
): DeadLetters {
  return {
    async add(delivery, error) {
      const { head, body } = toContent(delivery);
      const text = `INSERT INTO ${s}.dead (buried_at, attempts, error, head, body) VALUES (${now}, 0, $1, $2, $3)`;
      await query({ text, values: [storable(error), head, body] }, { confirmed: true });
    },
    async bury({ share, xid, id }, error, attempts) {
      const text = `
WITH gone AS (DELETE FROM ${s}.delivery WHERE share = $1 AND xid = $2 AND id = $3 RETURNING head, body)
INSERT INTO ${s}.dead (buried_at, attempts, error, head, body) SELECT ${now}, $4, $5, head, body FROM gone`;
      await query({ text, values: [share, xid, id, attempts, storable(error)] });
    },
    async list(limit) {
      const text = `SELECT id, buried_at, attempts, error, head, body FROM ${s}.dead WHERE buried_at > ${now} - $2::bigint ORDER BY id LIMIT $1`;
      const { rows } = await query({ text, values: [Math.max(0, limit), deadRetentionMs] });
      return rows.map((row) => ({
        id: String(row.id),
        delivery: fromContent({ head: String(row.head), body: String(row.body) }),
        error: String(row.error),
        attempts: Number(row.attempts),
        diedAt: Number(row.buried_at),
      }));
    },
    async revive(id) {
      // An id of PostgreSQL has no more digits.
      if (!/^\d{1,18}$/.test(id)) return undefined;
      const { rows } = await query({ text: `SELECT head FROM ${s}.dead WHERE id = $1`, values: [id] });
      if (rows.length === 0) return undefined;
      const place = placeOf(JSON.parse(String(rows[0]?.head)) as StoredDelivery); // written by toContent
      const text = `
WITH gone AS (DELETE FROM ${s}.dead WHERE id = $1 RETURNING head, body)
INSERT INTO ${s}.delivery (share, xid, lane, accepted_at, head, body)
SELECT $2, pg_current_xact_id()::text::bigint, $3, ${now}, head, body FROM gone`;
      const { changed } = await query({ text, values: [id, place.share, place.lane] });
      return changed === 1 ? place : undefined;
    },
    async trim() {
      await query({
        text: `DELETE FROM ${s}.dead WHERE id <= (SELECT id FROM ${s}.dead ORDER BY id DESC OFFSET $1 LIMIT 1)`,
        values: [maxDead],
      });
      await query({
        text: `DELETE FROM ${s}.dead WHERE id IN (SELECT id FROM ${s}.dead WHERE buried_at <= ${now} - $1::bigint ORDER BY buried_at LIMIT $2)`,
        values: [deadRetentionMs, portion],
      });
    },
  };
}

/** PostgreSQL's text has no NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
