import type { Pool, PoolClient } from 'pg';
import { within } from '../../promises/within';
import { clientOptions } from './client-options';

/** How often to ask whether PostgreSQL still executes a late statement, in milliseconds. */
const lookMs = 2000;

/** Late statements: their callers have given up, but their connections are still busy. */
export interface LateStatements {
  readonly count: number;
  /**
   * A late statement keeps its connection as long as PostgreSQL executes it, e.g. when a standby is lost. If we closed it and
   * opened another, each would leave a waiting server process behind, until the server had no connection left. It is closed when
   * the server does not answer at all, or does not know the statement.
   */
  add(client: PoolClient, asked: Promise<unknown>): void;
  /** Closes all of these connections. */
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

/** Over a separate connection, because all connections of the pool may be waiting. */
async function isAtWork(pool: Pool, pid: number | undefined): Promise<boolean> {
  // The class of pg's connections; its types hide it.
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
