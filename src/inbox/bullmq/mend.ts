import type { Redis } from 'ioredis';
import type { InboxJob } from './job';
import { jobOptions } from './job';

/** A job is read by BullMQ before this inbox sees it; what BullMQ cannot parse stays in its list of active jobs for ever. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Error && error.name === 'SyntaxError';
}

/** The fields of a job that BullMQ 6.7 parses (redis-queue-backend.js, job.js), and the replacement for an unreadable one. */
const parsed: Readonly<Record<string, (text: string) => unknown>> = {
  // No longer a delivery, so it becomes a dead letter that shows what is left of it.
  data: (text) => ({ unreadable: text }),
  opts: () => jobOptions,
  progress: () => ({}),
  parent: () => null,
};

/** Makes unreadable active jobs readable again. Their lock expires, and they are handed out again. */
export async function mendActive(redis: Redis, toKey: (name: string) => string): Promise<void> {
  const ids = await redis.lrange(toKey('active'), 0, -1);
  for (const id of ids) await mend(redis, toKey(id));
}

/** Looks a job up; repairs a damaged one first. */
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
    return text === ''; // treated as absent
  }
}
