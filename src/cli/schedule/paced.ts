import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** When each task may begin, in milliseconds from the start, ascending. */
  readonly times: ArrayLike<number>;
  /** How many tasks may run at once. A task that finds no free place begins late. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/**
 * Runs tasks 0, 1, 2 … each at its time, until all are done or the signal aborts; then waits for those that still run.
 */
export async function paced({ times, concurrency, signal }: Pace, run: (i: number) => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  let next = 0;
  async function work(): Promise<void> {
    while (next < times.length && !signal.aborted) {
      const i = next++;
      const waitMs = startedAt + (times[i] ?? 0) - performance.now();
      if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await run(i);
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, times.length) }, work));
}

/** The times of `count` tasks at `ratePerSecond`; all at once without a rate. */
export function evenTimes(count: number, ratePerSecond: number | undefined): Float64Array {
  const everyMs = ratePerSecond === undefined ? 0 : 1000 / ratePerSecond;
  return Float64Array.from({ length: count }, (_, i) => i * everyMs);
}
