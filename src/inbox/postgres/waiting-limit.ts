import { inboxFull } from '../store-options';
import type { Database } from './database';

/** Admits one more delivery; rejects when `maxWaiting` wait already. */
export type Claim = () => Promise<void>;

/**
 * How long a count is valid: this many milliseconds, and this many times as long as counting took, because counting a large
 * backlog is slow.
 */
const believed = { leastMs: 1000, times: 50 };

/**
 * Compares with a count over all processes, which is a second old (some seconds with a million), plus what this process accepted
 * since.
 */
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
