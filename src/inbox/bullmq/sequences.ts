import type { Redis } from 'ioredis';
import type { SequenceStore } from '../inbox';
import { maxSequences } from '../store-options';
import { inRedisWords } from './error';

/**
 * KEYS: 1 the sequences (hash), 2 when they are due (zset), 3 when they were last used (zset). ARGV: 1 the conversation, 2 the
 * expected value, 3 `1` if there must be one, 4 the new value, 5 when it is due or '', 6 now, 7 the maximal number.
 */
const replace = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
if ARGV[3] == '1' and known ~= ARGV[2] or ARGV[3] == '0' and known then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[4])
if ARGV[5] == '' then redis.call('ZREM', KEYS[2], ARGV[1]) else redis.call('ZADD', KEYS[2], ARGV[5], ARGV[1]) end
redis.call('ZADD', KEYS[3], ARGV[6], ARGV[1])
if redis.call('ZCARD', KEYS[3]) > tonumber(ARGV[7]) then
  local quietest = redis.call('ZPOPMIN', KEYS[3])[1]
  redis.call('HDEL', KEYS[1], quietest)
  redis.call('ZREM', KEYS[2], quietest)
end
return 1
`;

/**
 * The sequence state for `onGap`, in three keys of the queue; at the limit, the conversation that was quiet for longest is
 * removed.
 */
export function bullmqSequences(
  opened: () => { redis: Redis; queue: { toKey(name: string): string } },
  most = maxSequences,
): SequenceStore {
  const keys = () =>
    ['seq', 'seq-due', 'seq-used'].map((name) => opened().queue.toKey(name)) as [string, string, string];
  return {
    async read(conversation) {
      const [sequences] = keys();
      return (await inRedisWords(opened().redis.hget(sequences, conversation))) ?? undefined;
    },
    async replace(conversation, from, to, dueAt) {
      const [must, due] = [from === undefined ? '0' : '1', dueAt === undefined ? '' : String(dueAt)];
      const given = [conversation, from ?? '', must, to, due, String(Date.now()), String(most)];
      return (await inRedisWords(opened().redis.eval(replace, 3, ...keys(), ...given))) === 1;
    },
    async due(now, limit, latest) {
      const { redis } = opened();
      const [sequences, due] = keys();
      const overdue = await inRedisWords(redis.zrangebyscore(due, '-inf', now, 'LIMIT', 0, limit));
      const behind =
        latest === undefined
          ? []
          : await inRedisWords(redis.zrangebyscore(due, `(${latest}`, '+inf', 'LIMIT', 0, limit));
      const conversations = [...overdue, ...behind].slice(0, limit);
      if (conversations.length === 0) return [];
      const states = await inRedisWords(redis.hmget(sequences, ...conversations));
      return conversations.flatMap((conversation, i) => {
        const state = states[i];
        return typeof state === 'string' ? [{ conversation, state }] : [];
      });
    },
  };
}
