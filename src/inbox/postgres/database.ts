import type { PoolClient, QueryConfig } from 'pg';
import { within } from '../../promises/within';
import { isLost, isReadOnly, PostgresError, postgresError } from './error';
import { lateStatements } from './late';
import { makePool } from './make-pool';
import type { PostgresSettings } from './options';
import { type Preparing, preparing, type Query } from './prepare';

/** Longest time to wait for an answer, in milliseconds. */
export const answerMs = 5000;
/**
 * How many statements may be late before the next one is refused at once: statements that must be confirmed, and statements of
 * any kind. A statement that waits for a lost standby goes on waiting in PostgreSQL.
 */
const mostLate = { confirmed: 2, any: 4 };

export interface Answer {
  /** As pg returns them. The user's pool may parse numbers into anything, so each reader converts them. */
  readonly rows: readonly Record<string, unknown>[];
  /** The number of rows that were changed. */
  readonly changed: number;
}

/** One PostgreSQL, as the inbox talks to it. */
export interface Database extends Preparing {
  readonly schema: string;
  /**
   * One statement, and so one transaction. Rejects with a `PostgresError`, after `ms` (default 5,000) at the latest. `confirmed`:
   * rejects also where the primary alone has stored it.
   */
  query(statement: Query, options?: { ms?: number; confirmed?: boolean }): Promise<Answer>;
  /** A connection for the caller alone, who must release it; `true` closes it. */
  client(): Promise<PoolClient>;
  end(): Promise<void>;
}

/** `lost` is told when a table is not there any more. */
export function openDatabase(settings: PostgresSettings, lost: () => void): Database {
  const { schema } = settings;
  const { pool, nextHost, end } = makePool(settings);
  const late = lateStatements(pool);
  const { prepared, isRefused } = preparing(schema);

  async function client(ms = answerMs): Promise<PoolClient> {
    const connecting = pool.connect();
    try {
      const got = await within(ms, connecting, () => {
        connecting.then((late) => late.release()).catch(() => {});
        throw new PostgresError('PostgreSQL cannot be reached: no connection in time', undefined);
      });
      // A connection that breaks while it is in use must not end the process either; its running statement rejects.
      if (got.listenerCount('error') === 0) got.on('error', () => {});
      return got;
    } catch (error) {
      nextHost();
      throw postgresError(error);
    }
  }

  async function query(statement: Query, options: { ms?: number; confirmed?: boolean } = {}): Promise<Answer> {
    const sent = prepared(statement);
    try {
      return await send(sent, options);
    } catch (error) {
      if (!isRefused(sent, error)) throw error;
      return send(prepared(statement), options);
    }
  }

  async function send(statement: QueryConfig, { ms = answerMs, confirmed = false }): Promise<Answer> {
    if (late.count >= (confirmed ? mostLate.confirmed : mostLate.any)) throw doesNotAnswer();
    const startedAt = performance.now();
    const got = await client(ms);
    try {
      const leftMs = Math.max(1, ms - (performance.now() - startedAt));
      return await (confirmed ? confirmedBy(got, () => ask(got, statement, leftMs)) : ask(got, statement, leftMs));
    } catch (error) {
      if (isReadOnly(error)) nextHost();
      if (isLost(error)) lost();
      throw postgresError(error);
    }
  }

  /** Gives the connection back, whatever comes of it. */
  async function ask(got: PoolClient, statement: QueryConfig, ms: number): Promise<Answer> {
    const asked = got.query(statement);
    let isLate = false;
    try {
      const { rows, rowCount } = await within(ms, asked, () => {
        isLate = true;
        throw doesNotAnswer();
      });
      got.release();
      return { rows, changed: rowCount ?? 0 };
    } catch (error) {
      if (isLate) late.add(got, asked);
      else got.release(isOfConnection(error));
      throw error;
    }
  }

  return {
    schema,
    query,
    client,
    prepared,
    isRefused,
    end() {
      late.end();
      return end();
    },
  };
}

const doesNotAnswer = () => new PostgresError('PostgreSQL does not answer', undefined);

/**
 * A commit that is cancelled while it waits for a standby succeeds with a warning (PostgreSQL's syncrep.c). The warning's text is
 * in the server's language, so any warning counts: a statement that asks for confirmation gives no other.
 */
async function confirmedBy(client: PoolClient, ask: () => Promise<Answer>): Promise<Answer> {
  let warned = false;
  const listen = ({ code }: { code?: string | undefined }) => {
    warned ||= code === '01000' || code === '57P01';
  };
  client.on('notice', listen);
  try {
    const answer = await ask();
    if (warned) throw new PostgresError('PostgreSQL says: stored here, but no standby confirmed it', '01000');
    return answer;
  } finally {
    client.off('notice', listen);
  }
}

/** An error of the connection, or of the server behind it, would repeat at the next statement. */
function isOfConnection(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string' || isReadOnly(error) || !/^[0-9A-Z]{5}$/.test(code) || /^(?:57P|08|XX)/.test(code);
}
