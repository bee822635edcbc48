import type { Queue } from 'bullmq';
import { inboxFull } from '../store-options';
import { inRedisWords } from './error';

/** How long a count is good for, in milliseconds. */
const goodForMs = 1000;

/**
 * Claims room for one more; rejects where `maxWaiting` wait. Counting costs a round trip, so it is done once a second, and what
 * this process accepts is added to it. Several processes together may exceed the limit by what they accept in a second.
 */
export function limitWaiting(queue: Queue, maxWaiting: number): () => Promise<void> {
  let waiting = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  let counting: Promise<void> | undefined;

  async function count(): Promise<void> {
    const before = waiting;
    const counted = await inRedisWords(queue.getJobCountByTypes('wait', 'prioritized', 'delayed'));
    // What was claimed meanwhile may be in the count or not.
    waiting = counted + waiting - before;
    countedAt = performance.now();
  }

  return async function claim() {
    if (performance.now() - countedAt > goodForMs) {
      counting ??= count().finally(() => {
        counting = undefined;
      });
      await counting;
    }
    if (waiting >= maxWaiting) throw inboxFull(waiting);
    waiting += 1;
  };
}
