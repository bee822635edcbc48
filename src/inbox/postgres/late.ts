import type { Pool, PoolClient } from 'pg';
import { within } from '../../promises/within';
import { clientOptions } from './client-options';

/** How often it is asked whether PostgreSQL still works at a statement that is late, in milliseconds. */
const lookMs = 2000;

/** The statements that nobody waits for any more, but whose connections are not free yet. */
export interface LateStatements {
  readonly count: number;
  /**
   * One that is late keeps its connection as long as PostgreSQL works at it, as where a standby is gone: were it closed and another
   * made, each would leave a process behind that waits, until there is no connection left for anybody. It is closed when the server
   * does not answer at all, or knows nothing of it.
   */
  add(client: PoolClient, asked: Promise<unknown>): void;
  /** Closes all of them. */
  end(): void;
}

export function lateStatements(pool: Pool): LateStatements {
  let count = 0;
  let end = () => {};
  const ending = new Promise<void>((resolve) => {
    end = resolve;
  });

  async function watch(client: PoolClient, asked: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = Promise.race([ending, asked.then(nothing, nothing)]).then(() => {
      isOver = true;
    });
    const { processID } = client as PoolClient & { processID?: number }; // of pg's Client; its types lack it
    while (!isOver) {
      await within(lookMs, over, nothing);
      if (!isOver && !(await isAtWork(pool, processID))) break;
    }
    client.release(true);
  }

  return {
    get count() {
      return count;
    },
    add(client, asked) {
      count += 1;
      void watch(client, asked).finally(() => {
        count -= 1;
      });
    },
    end,
  };
}

const nothing = () => undefined;

type Probe = PoolClient & { end(): Promise<void>; processID?: number };

/** Over a connection of its own: those of the pool may all be waiting. */
async function isAtWork(pool: Pool, pid: number | undefined): Promise<boolean> {
  // What pg makes its connections of; in its types they are private.
  const { Client, options } = pool as unknown as { Client: new (options: object) => Probe; options: object };
  const probe = new Client(clientOptions(options, { connectionTimeoutMillis: lookMs }));
  probe.on('error', nothing);
  try {
    await within(lookMs, probe.connect(), () => {
      throw new Error('late');
    });
    // A pooler makes the numbers of processes up. Behind it whatever of this user waits for a standby is taken for ours.
    const text = `
SELECT FROM pg_stat_activity WHERE pid = $1 OR pg_backend_pid() <> $2 AND wait_event = 'SyncRep' AND usename = current_user LIMIT 1`;
    const asked = probe.query(text, [pid, probe.processID]);
    const { rowCount } = await within(lookMs, asked, () => ({ rowCount: 0 }));
    return rowCount === 1;
  } catch {
    return false;
  } finally {
    probe.end().catch(nothing);
  }
}
