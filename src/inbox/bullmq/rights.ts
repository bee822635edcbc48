import type { Redis } from 'ioredis';
import { inRedisWords } from './error';

/** Keys of the trial run, one for each type of value. */
const [text, list, set, sorted, hash, stream] = ['1', '2', '3', '4', '5', '6'].map((key) => ({ key }));

/**
 * Each command that the scripts of BullMQ and of this inbox use, on unused keys. Together with `outside` they are the rights in
 * docs/reliability.md; a test runs the inbox as a user with only these.
 */
const inScripts: readonly (readonly (string | { key: string } | undefined)[])[] = [
  // First, since Redis refuses only the first write of a script when memory is full.
  ['SET', text, '1', 'PX', '1000'],
  ['DEL', text],
  ['EXISTS', text],
  ['GET', text],
  ['INCR', text],
  ['PTTL', text],
  ['LINDEX', list, '0'],
  ['LLEN', list],
  ['LPOP', list],
  ['LPOS', list, 'x'],
  ['LPUSH', list, 'x'],
  ['LRANGE', list, '0', '0'],
  ['LREM', list, '0', 'x'],
  ['RPOPLPUSH', list, list],
  ['RPUSH', list, 'x'],
  ['SADD', set, 'x'],
  ['SCARD', set],
  ['SMEMBERS', set],
  ['SREM', set, 'x'],
  ['ZADD', sorted, '1', 'x'],
  ['ZCARD', sorted],
  ['ZPOPMIN', sorted],
  ['ZRANGE', sorted, '0', '0'],
  ['ZRANGEBYSCORE', sorted, '0', '0'],
  ['ZREM', sorted, 'x'],
  ['ZREMRANGEBYRANK', sorted, '0', '0'],
  ['ZREMRANGEBYSCORE', sorted, '0', '0'],
  ['ZREVRANGE', sorted, '0', '0'],
  ['ZREVRANGEBYSCORE', sorted, '0', '0'],
  ['ZSCORE', sorted, 'x'],
  ['HDEL', hash, 'x'],
  ['HGET', hash, 'x'],
  ['HGETALL', hash],
  ['HINCRBY', hash, 'x', '1'],
  ['HMGET', hash, 'x'],
  ['HMSET', hash, 'x', '1'],
  ['HSET', hash, 'x', '1'],
  ['XADD', stream, 'NOMKSTREAM', '*', 'x', '1'],
  ['XTRIM', stream, 'MAXLEN', '0'],
];

/** Commands used outside scripts. */
const outside = ['info', 'eval', 'evalsha', 'multi', 'exec', 'bzpopmin', 'client|setname'];

/** All rights that a user of the inbox needs, as ACL rules have them. */
export const rights: readonly string[] = [...outside, ...inScripts.map(([name]) => String(name).toLowerCase())];

/** KEYS: those of the trial run. ARGV: the commands as JSON. Returns the first refusal. */
const practise = `
local refusal
for _, command in ipairs(cjson.decode(ARGV[1])) do
  for i, part in ipairs(command) do
    if type(part) == 'table' then command[i] = KEYS[tonumber(part.key)] end
  end
  local answer = redis.pcall(unpack(command))
  if type(answer) == 'table' and answer.err then
    refusal = { err = answer.err .. ' [' .. command[1] .. ']' }
    break
  end
end
redis.pcall('DEL', unpack(KEYS))
return refusal or 'OK'
`;

/**
 * A trial run: does once everything that an inbox does in Redis, on separate keys that are removed afterwards. It fails if a real
 * command would, e.g. because memory is full, Redis is a replica, lacks the slot, or the user lacks a right. Rejects with Redis'
 * message.
 */
export async function practiseOn(redis: Redis, toKey: (name: string) => string): Promise<void> {
  const keys = [1, 2, 3, 4, 5, 6].map((number) => toKey(`practice:${number}`));
  await inRedisWords(redis.eval(practise, keys.length, ...keys, JSON.stringify(inScripts)));
}
