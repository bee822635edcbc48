import type { PoolClient } from 'pg';
import type { Database } from './database';

/** Called with the shares that received deliveries. */
export type Wake = (shares: readonly number[]) => void;

/** How often at most other processes are notified, in milliseconds. */
const noticeMs = 2;

/**
 * A hint for the workers of other processes. Never sent in the transaction that accepts: a COMMIT with a NOTIFY takes a
 * server-wide lock (PostgreSQL's async.c). A lost hint does no harm, because each worker also polls.
 */
export function waker({ query, schema }: Database, isMine: (share: number) => boolean): Wake {
  const told = new Set<number>();
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    timer = undefined;
    const shares = [...told].join(',');
    told.clear();
    query({ name: 'notify', text: 'SELECT pg_notify($1, $2)', values: [schema, shares] }).catch(() => {});
  }

  return (shares) => {
    for (const share of shares) if (!isMine(share)) told.add(share);
    if (told.size === 0) return;
    timer ??= setTimeout(tell, noticeMs);
    timer.unref();
  };
}

/** Wait before listening is retried, in milliseconds. */
const againMs = 1000;

/** Listens to hints over a connection of its own. Behind a transaction pooler no hint ever arrives. */
export function listenFor({ client, schema }: Database, wake: Wake): { stop(): void } {
  let stopped = false;
  let listening: PoolClient | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    try {
      const own = await client();
      if (stopped) return own.release();
      listening = own;
      own.on('notification', ({ payload = '' }) => wake(payload.split(',').map(Number)));
      own.once('end', lost);
      await own.query(`LISTEN ${schema}`);
    } catch {
      lost();
    }
  }

  function lost(): void {
    const was = listening;
    listening = undefined;
    was?.removeAllListeners('notification');
    was?.off('end', lost);
    was?.release(true);
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(listen, againMs);
    timer.unref();
  }

  void listen();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      lost();
    },
  };
}
