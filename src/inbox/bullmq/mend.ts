import type { Redis } from 'ioredis';
import type { InboxJob } from './job';
import { jobOptions } from './job';

/** A job is read by BullMQ before this inbox sees it; what BullMQ cannot parse stays in its list of active jobs for ever. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Error && error.name === 'SyntaxError';
}

/** The fields of a job that BullMQ 6.7 parses (redis-queue-backend.js, job.js), and what stands for one that cannot be. */
const parsed: Readonly<Record<string, (text: string) => unknown>> = {
  // Not a delivery any more, so it becomes a dead letter, which shows what is left of it.
  data: (text) => ({ unreadable: text }),
  opts: () => jobOptions,
  progress: () => ({}),
  parent: () => null,
};

/** Makes the jobs that are in hand readable again, so far as they are not. Their lock runs out, and they come again. */
export async function mendActive(redis: Redis, toKey: (name: string) => string): Promise<void> {
  const ids = await redis.lrange(toKey('active'), 0, -1);
  for (const id of ids) await mend(redis, toKey(id));
}

/** Looks a job up; one that is damaged is mended first. */
export async function readJob(
  queue: { getJob(id: string): Promise<InboxJob | undefined>; toKey(name: string): string },
  redis: Redis,
  id: string,
): Promise<InboxJob | undefined> {
  try {
    return await queue.getJob(id);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    await mend(redis, queue.toKey(id));
    return queue.getJob(id);
  }
}

async function mend(redis: Redis, key: string): Promise<void> {
  const names = Object.keys(parsed);
  const texts = await redis.hmget(key, ...names);
  for (const [i, name] of names.entries()) {
    const text = texts[i];
    if (typeof text !== 'string' || isJson(text)) continue;
    await redis.hset(key, name, JSON.stringify(parsed[name]?.(text)));
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return text === ''; // taken for nothing
  }
}
