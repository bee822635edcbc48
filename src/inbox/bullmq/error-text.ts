import type { Redis } from 'ioredis';

/**
 * The error that BullMQ gets for a failed job: BullMQ also writes it into its stream of events, where it outlives the dead
 * letter.
 */
export const reasonFor = { retry: 'to be tried again', dead: 'buried' } as const;

/** The error of a dead letter: a field of its job, so that both are removed together. */
export interface ErrorTexts {
  /** Before the job fails: a crash in between must not lose it. */
  /** `attempts`: how many were made, when BullMQ's count is higher. */
  keep(id: string, text: string, attempts?: number): Promise<unknown>;
  /** After it has failed: puts the error where BullMQ's tools look. */
  show(id: string): Promise<unknown>;
  read(id: string): Promise<{ text: string | undefined; attempts: number | undefined }>;
  /** Before the job is revived. */
  forget(id: string): Promise<unknown>;
}

/** Setting a field must not recreate a removed job. KEYS: 1 the job. ARGV: the fields and their values. */
const keep = `if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], unpack(ARGV)) end`;
const show = `
local text = redis.call('HGET', KEYS[1], 'error')
if text then redis.call('HSET', KEYS[1], 'failedReason', text) end
`;

export function errorTexts(redis: Redis, toKey: (id: string) => string): ErrorTexts {
  return {
    keep: (id, text, attempts) =>
      redis.eval(keep, 1, toKey(id), 'error', text, ...(attempts === undefined ? [] : ['made', attempts])),
    show: (id) => redis.eval(show, 1, toKey(id)),
    async read(id) {
      const [text, made] = await redis.hmget(toKey(id), 'error', 'made');
      return { text: text ?? undefined, attempts: typeof made === 'string' ? Number(made) : undefined };
    },
    forget: (id) => redis.hdel(toKey(id), 'error', 'made'),
  };
}
