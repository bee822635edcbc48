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
  /** Removes it, or it has been removed. */
  ended(row: Row, removed?: boolean): Promise<void>;
}

interface Item {
  readonly row: Row;
  readonly what: 'begun' | 'done' | 'over';
}

/** One statement for what one turn of the event loop begins and ends, one at a time. `insist` repeats it until it is done. */
export function recording(
  { query, schema }: Database,
  worker: string,
  insist: (change: () => Promise<unknown>) => Promise<void>,
): Records {
  const text = statement(schema);
  const running = new Set<Row>();

  const record = gather<Item, void>(
    async (items) => {
      for (const { row, what } of items) {
        if (what === 'begun') running.add(row);
        else running.delete(row);
      }
      const done = items.filter(({ what }) => what === 'done').map(({ row }) => row);
      const values = [worker, ...listed([...running]), ...listed(done), done.length > 0];
      await insist(() => query({ name: 'record', text, values }));
      return [];
    },
    { most: 2000 },
  );

  return {
    begun: (row) => record({ row, what: 'begun' }),
    ended: (row, removed = false) => record({ row, what: removed ? 'over' : 'done' }),
  };
}

function listed(rows: readonly Row[]): number[][] {
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
