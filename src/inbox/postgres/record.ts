import { gather } from '../gather';
import type { Database } from './database';
import type { Row } from './lease';
import { listed } from './place';

/** What a worker notes of its deliveries while it has them handled. */
export interface Records {
  /**
   * Before a handler begins: should this process die of it, whoever takes over counts the attempt.
   */
  begun(row: Row): Promise<void>;
  /** Removes it, and notes that `next` begins. */
  done(row: Row, next: Row | undefined): Promise<void>;
  /** It runs no longer, and stays, or is gone already. */
  over(row: Row): void;
  readonly running: ReadonlySet<Row>;
}

interface Item {
  readonly row: Row;
  readonly what: 'begun' | 'done' | 'over';
  readonly next?: Row | undefined;
}

/** One statement for what one turn of the event loop begins and ends, one at a time. `insist` repeats it until it is done. */
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
    // One of a share that has been given up meanwhile never begins here.
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
 * What is only noted goes to a table without a log: such a COMMIT waits for no disk and no standby. Each row is looked up on its own
 * (LIMIT keeps it so): a plan that was made when there were few rows would else read the whole table for good.
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
