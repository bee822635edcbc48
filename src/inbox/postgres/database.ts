import type { Pool, PoolClient, QueryConfig } from 'pg';
import { within } from '../../promises/within';
import { isLost, isReadOnly, PostgresError, postgresError } from './error';
import { makePool } from './make-pool';
import type { PostgresSettings } from './options';

/** Longest time for an answer, in milliseconds: whoever waits for it gives up then. */
export const answerMs = 5000;
/** How often it is asked whether PostgreSQL still works at a statement that is late, in milliseconds. */
const lookMs = 2000;

export interface Answer {
  /** As pg makes them; a pool of the user may turn numbers into anything, so each is converted by its reader. */
  readonly rows: readonly Record<string, unknown>[];
  /** How many rows were changed. */
  readonly changed: number;
}

/** One PostgreSQL, as the inbox talks to it. */
export interface Database {
  readonly schema: string;
  /**
   * One statement, and so one transaction. Rejects with a `PostgresError`, after `ms` (default 5,000) at the latest. `name` prepares
   * it on each connection. `confirmed`: rejects also where the primary alone has stored it.
   */
  query(statement: Query, options?: { ms?: number; confirmed?: boolean }): Promise<Answer>;
  /** A connection of one's own, to be released; with `true` it is closed. */
  client(): Promise<PoolClient>;
  end(): Promise<void>;
}

export type Query = Pick<QueryConfig, 'name' | 'text' | 'values'>;

/** `lost` is told when a table is not there any more. */
export function openDatabase(settings: PostgresSettings, lost: () => void): Database {
  const { schema } = settings;
  const { pool, nextHost, end } = makePool(settings);

  async function client(ms = answerMs): Promise<PoolClient> {
    const connecting = pool.connect();
    try {
      const got = await within(ms, connecting, () => {
        connecting.then((late) => late.release()).catch(() => {});
        throw new PostgresError('PostgreSQL is away: no connection in time', undefined);
      });
      // A connection that breaks in our hands must not end the process either; the statement under way rejects.
      if (got.listenerCount('error') === 0) got.on('error', () => {});
      return got;
    } catch (error) {
      nextHost();
      throw postgresError(error);
    }
  }

  async function query({ name, text, values }: Query, { ms = answerMs, confirmed = false } = {}): Promise<Answer> {
    const end = performance.now() + ms;
    const got = await client(ms);
    const asked = got.query({ text, values, ...(name !== undefined && { name: `${schema}.${name}` }) });
    const warnings = confirmed ? warningsOf(got) : undefined;
    let late = false;
    try {
      const { rows, rowCount } = await within(Math.max(1, end - performance.now()), asked, () => {
        late = true;
        throw new PostgresError('PostgreSQL does not answer', undefined);
      });
      if (warnings?.any())
        throw new PostgresError('PostgreSQL says: stored here, but no standby confirmed it', '01000');
      got.release();
      return { rows, changed: rowCount ?? 0 };
    } catch (error) {
      if (late) void releaseOnceOver(pool, got, asked);
      else got.release(isOfConnection(error));
      if (isReadOnly(error)) nextHost();
      if (isLost(error)) lost();
      throw postgresError(error);
    } finally {
      warnings?.stop();
    }
  }

  return { schema, query, client, end };
}

/**
 * A commit that waits for a standby and is cancelled succeeds, with no more than a warning (PostgreSQL's syncrep.c). The text is in
 * the server's language; a statement that asks for confirmation has no other warning to give.
 */
function warningsOf(client: PoolClient): { any(): boolean; stop(): void } {
  let warned = false;
  const listen = ({ code }: { code?: string | undefined }) => {
    warned ||= code === '01000' || code === '57P01';
  };
  client.on('notice', listen);
  return { any: () => warned, stop: () => void client.off('notice', listen) };
}

/** What is wrong with the connection, or with where it leads, is not mended by the next statement. */
function isOfConnection(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string' || isReadOnly(error) || !/^[0-9A-Z]{5}$/.test(code) || /^(?:57P|08|XX)/.test(code);
}

/**
 * A statement that is late keeps its connection as long as PostgreSQL works at it, as where a standby is gone: were it closed and
 * another made, each would leave a process behind that waits, until there is no connection left for anybody. It is closed when the
 * server does not answer at all, or knows nothing of it.
 */
async function releaseOnceOver(pool: Pool, client: PoolClient, asked: Promise<unknown>): Promise<void> {
  let over = false;
  const ended = asked.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  const { processID } = client as PoolClient & { processID?: number }; // of pg's Client; its types lack it
  while (!over) {
    await within(lookMs, ended, () => undefined);
    if (!over && !(await isAtWork(pool, processID))) break;
  }
  client.release(true);
}

/** Over a connection of its own: those of the pool may all be waiting. */
async function isAtWork(pool: Pool, pid: number | undefined): Promise<boolean> {
  // What pg makes its connections of; in its types they are private.
  const { Client, options } = pool as unknown as {
    Client: new (options: object) => PoolClient & { end(): Promise<void> };
    options: object;
  };
  const probe = new Client({ ...options, connectionTimeoutMillis: lookMs });
  probe.on('error', () => {});
  try {
    await within(lookMs, probe.connect(), () => {
      throw new Error('late');
    });
    const asked = probe.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid]);
    const { rowCount } = await within(lookMs, asked, () => ({ rowCount: 0 }));
    return rowCount === 1;
  } catch {
    return false;
  } finally {
    probe.end().catch(() => {});
  }
}
