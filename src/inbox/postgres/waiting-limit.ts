import { inboxFull } from '../store-options';
import type { Database } from './database';

/** Makes room for one more; rejects where `maxWaiting` wait already. */
export type Claim = () => Promise<void>;

/** A count is believed for so long in milliseconds, and for so many times what counting took: a large backlog takes a while. */
const believed = { leastMs: 1000, times: 50 };

/** Held against a count of all processes' that is a second old, or some seconds with a million, and what was accepted here since. */
export function waitingLimit({ query, schema }: Database, maxWaiting: number): Claim {
  const text = `SELECT count(*) AS n FROM (SELECT FROM ${schema}.delivery LIMIT $1) AS up_to`;
  let waiting = 0;
  let goodUntil = Number.NEGATIVE_INFINITY;
  let counted = false;
  let counting: Promise<void> | undefined;

  async function count(): Promise<void> {
    const [startedAt, before] = [performance.now(), waiting];
    const { rows } = await query({ name: 'count', text, values: [maxWaiting] });
    const now = performance.now();
    waiting = Number(rows[0]?.n) + waiting - before;
    counted = true;
    goodUntil = now + Math.max(believed.leastMs, believed.times * (now - startedAt));
  }

  return async () => {
    const isFull = waiting >= maxWaiting;
    if (isFull || performance.now() > goodUntil) {
      counting ??= count().finally(() => {
        counting = undefined;
      });
      // With dead rows that vacuum cannot remove it takes its time, and there is room for certain: what was accepted is counted here.
      if (isFull || !counted) await counting;
      else counting.catch(() => {}); // the next one counts again
    }
    if (waiting >= maxWaiting) throw inboxFull(waiting);
    waiting += 1;
  };
}
