import { gather } from '../gather';
import type { Database } from './database';
import type { Row } from './lease';

/** What a worker notes of its deliveries while it has them handled. */
export interface Records {
  /**
   * Before a handler begins: should this process die of it, whoever takes over counts the attempt. It need not survive a crash of
   * PostgreSQL, which no delivery brings about, so nobody waits for a disk.
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
      const done = items.filter(({ what }) => what === 'done').map(({ row }) => row);
      const values = [worker, ...listed([...running]), ...listed(done), done.length > 0];
      await insist(() => query({ name: 'record', text, values }));
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

/** Their names, as a column each. */
export function listed(rows: readonly Row[]): number[][] {
  return [rows.map(({ share }) => share), rows.map(({ xid }) => xid), rows.map(({ id }) => id)];
}

function statement(s: string): string {
  return `
WITH gone AS (
  DELETE FROM ${s}.delivery AS d USING unnest($5::smallint[], $6::bigint[], $7::bigint[]) AS t(share, xid, id)
  WHERE d.share = t.share AND d.xid = t.xid AND d.id = t.id
)
UPDATE ${s}.worker SET shares = $2::smallint[], xids = $3::bigint[], ids = $4::bigint[]
WHERE id = $1 AND ($8 OR set_config('synchronous_commit', 'off', true) = 'off')`;
}
