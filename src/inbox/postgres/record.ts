import { gather } from '../gather';
import type { Database } from './database';
import type { Row } from './lease';
import { listed } from './place';

/** What a worker records about deliveries while their handlers run. */
export interface Records {
  /**
   * Called before a handler begins: if this process dies of it, the worker that takes over counts the attempt.
   */
  begun(row: Row): Promise<void>;
  /** Removes it, and notes that `next` begins. */
  done(row: Row, next: Row | undefined): Promise<void>;
  /** Its handler has ended; the delivery stays, or is gone already. */
  over(row: Row): void;
  readonly running: ReadonlySet<Row>;
}

interface Item {
  readonly row: Row;
  readonly what: 'begun' | 'done' | 'over';
  readonly next?: Row | undefined;
}

/**
 * Sends one statement, one at a time, for everything that one turn of the event loop begins and ends. `insist` repeats it until
 * it is done.
 */
export function recording(
  { query, schema }: Database,
  worker: string,
  insist: (change: () => Promise<unknown>) => Promise<void>,
): Records {
  const text = statement(schema);
  const running = new Set<Row>();
  /** What is noted in the table. */
  let noted: ReadonlySet<Row> = new Set();

  function note({ row, what, next }: Item): void {
    if (what !== 'begun') running.delete(row);
    const begins = what === 'begun' ? row : next;
    // A delivery whose share was released meanwhile never begins here.
    if (begins === undefined || (begins === next && next.lease.ended)) return;
    running.add(begins);
    begins.stage = 'noted';
  }

  const record = gather<Item, void>(
    async (items) => {
      for (const item of items) note(item);
      const now = new Set(running);
      const done = items.filter(({ what }) => what === 'done').map(({ row }) => row);
      const begun = [...now].filter((row) => !noted.has(row));
      const over = [...noted].filter((row) => !now.has(row));
      await insist(() => query({ name: 'record', text, values: [worker, ...[done, over, begun].flatMap(listed)] }));
      noted = now;
      return [];
    },
    { most: 2000 },
  );

  return {
    running,
    begun: async (row) => (row.stage === 'noted' ? undefined : record({ row, what: 'begun' })),
    done: (row, next) => record({ row, what: 'done', next }),
    over: (row) => void record({ row, what: 'over' }).catch(() => {}), // the next statement says it
  };
}

/**
 * Starts go to an unlogged table: its COMMIT waits for no disk and no standby. LIMIT makes PostgreSQL look up each row on its
 * own: otherwise a plan made for few rows would scan the whole table for ever.
 */
function statement(s: string): string {
  return `
WITH done AS (
  DELETE FROM ${s}.delivery WHERE ctid = ANY (ARRAY(
    SELECT d.ctid FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS t(share, xid, id) CROSS JOIN LATERAL (
      SELECT ctid FROM ${s}.delivery WHERE share = t.share AND xid = t.xid AND id = t.id LIMIT 1
    ) AS d
  ))
),
over AS (
  DELETE FROM ${s}.running WHERE ctid = ANY (ARRAY(
    SELECT r.ctid FROM unnest($5::bigint[], $6::bigint[], $7::bigint[]) AS t(share, xid, id) CROSS JOIN LATERAL (
      SELECT ctid FROM ${s}.running WHERE share = t.share AND xid = t.xid AND id = t.id LIMIT 1
    ) AS r
  ))
)
INSERT INTO ${s}.running (share, xid, id, worker)
SELECT share, xid, id, $1 FROM unnest($8::bigint[], $9::bigint[], $10::bigint[]) AS t(share, xid, id)
ON CONFLICT (share, xid, id) DO UPDATE SET worker = excluded.worker`;
}
