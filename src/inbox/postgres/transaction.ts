import type { PoolClient, QueryResult } from 'pg';
import type { TransactionClient } from '../../callback/event';
import type { AttemptTransaction } from '../inbox';
import type { Database } from './database';
import type { Name } from './place';
import type { Query } from './prepare';

/** A connection of pg in the middle of a transaction: query it, but do not COMMIT. */
export type PostgresTransactionClient = Omit<PoolClient, 'release'>;

declare module '../../callback/event' {
  interface TransactionClient extends PostgresTransactionClient {}
}

/** Admits a limited number at once; the others wait, unless their signal aborts. */
export type Turnstile = (signal: AbortSignal) => Promise<() => void>;

export function turnstile(most: number): Turnstile {
  const waiting: (() => void)[] = [];
  let inside = 0;

  function leave(): void {
    inside -= 1;
    waiting.shift()?.();
  }

  return async (signal) => {
    while (inside >= most) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (signal.aborted) waiting.shift()?.(); // the next one gets its turn
      signal.throwIfAborted();
    }
    inside += 1;
    return leave;
  };
}

/** The handler's writes and the end of its delivery in one transaction. */
export function transactionOf(
  { client: connect, query, prepared, isRefused, schema: s }: Database,
  name: Name,
  enter: Turnstile,
): AttemptTransaction {
  let [called, committed] = [false, false];

  async function run<T>(work: (client: TransactionClient) => Promise<T>, signal: AbortSignal): Promise<T> {
    if (called) throw new Error('event.transaction may be called once in an attempt: the delivery ends with it');
    called = true;
    const leave = await enter(signal);
    try {
      return await within(await connect(), work, signal);
    } finally {
      leave();
    }
  }

  async function within<T>(
    client: PoolClient,
    work: (client: TransactionClient) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    let released = false;
    const release = (broken: boolean) => {
      if (!released) client.release(broken);
      released = true;
    };
    let pid: unknown;
    // It may be in the middle of a statement; PostgreSQL would finish that before it notices that the client is gone.
    const abort = () => {
      query({ text: 'SELECT pg_terminate_backend($1)', values: [pid] }).catch(() => {});
      release(true);
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      signal.throwIfAborted();
      pid = await takeOut(client);
      const result = await work(client);
      signal.throwIfAborted();
      const { command } = await client.query('COMMIT');
      // PostgreSQL answers ROLLBACK when a statement failed and the handler ignored it (docs, COMMIT).
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back, since a statement in it had failed');
      committed = true;
      release(false);
      return result;
    } catch (error) {
      const rolledBack =
        released ||
        (await client.query('ROLLBACK').then(
          () => true,
          () => false,
        ));
      release(!rolledBack);
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Waits for another transaction that holds the delivery. Resolves with the id of the server process that holds it now. */
  async function takeOut(client: PoolClient): Promise<unknown> {
    const text = `DELETE FROM ${s}.delivery WHERE share = $1 AND xid = $2 AND id = $3 RETURNING pg_backend_pid() AS pid`;
    const statement = { name: 'end', text, values: [name.share, name.xid, name.id] };
    const { rows } = await begun(client, statement);
    if (rows.length === 1) return rows[0].pid;
    committed = true; // by that attempt
    throw new Error('the delivery was ended by an earlier attempt, or in another process');
  }

  /** The first statement of a transaction, which begins it. */
  async function begun(client: PoolClient, statement: Query): Promise<QueryResult> {
    const sent = prepared(statement);
    await client.query('BEGIN');
    try {
      return await client.query(sent);
    } catch (error) {
      if (!isRefused(sent, error)) throw error;
      await client.query('ROLLBACK');
      return begun(client, statement);
    }
  }

  return {
    run,
    get committed() {
      return committed;
    },
  };
}
