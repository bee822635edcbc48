import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { inboxFull } from '../store-options';
import { inRedisWords } from './error';

/** How long a count is good for, in milliseconds. */
const goodForMs = 1000;
/** How much of its `maxmemory` Redis may have used: a full one refuses the workers as well, and could not be worked empty. */
const mostMemory = 0.9;

/**
 * Claims room for one more; rejects where `maxWaiting` wait, or where Redis is nearly full. Asking costs a round trip, so it is done once a
 * second, and what this process accepts is added to the count. Several processes together may exceed the limit by what they accept in
 * a second.
 */
export function limitWaiting(queue: Queue, redis: Redis, maxWaiting: number): () => Promise<void> {
  let waiting = 0;
  let isNearlyFull = false;
  let countedAt = Number.NEGATIVE_INFINITY;
  let counting: Promise<void> | undefined;

  async function count(): Promise<void> {
    const before = waiting;
    const [counted, memory] = await Promise.all([
      inRedisWords(queue.getJobCountByTypes('wait', 'prioritized', 'delayed')),
      redis.info('memory').catch(() => ''), // forbidden; a Redis that is away is told of by the count
    ]);
    // What was claimed meanwhile may be in the count or not.
    waiting = counted + waiting - before;
    isNearlyFull = usedPart(memory) >= mostMemory;
    countedAt = performance.now();
  }

  return async function claim() {
    if (performance.now() - countedAt > goodForMs) {
      counting ??= count().finally(() => {
        counting = undefined;
      });
      await counting;
    }
    if (isNearlyFull) throw new Error('Redis has used 90 % of its maxmemory; the rest is for what is accepted already');
    if (waiting >= maxWaiting) throw inboxFull(waiting);
    waiting += 1;
  };
}

/** How much of `maxmemory` is used; 0 where there is none. */
function usedPart(info: string): number {
  const number = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0);
  const most = number('maxmemory');
  return most === 0 ? 0 : number('used_memory') / most;
}
