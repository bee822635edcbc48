/**
 * The order of a conversation is a list of job ids, its lane: only the first may run. These scripts are all that touches the
 * lanes; of BullMQ's keys they only read whether a job is there (its hash) and whether it is dead (the zset `failed`).
 *
 * KEYS of each: 1 the lane, 2 BullMQ's `failed`, 3 `done`, 4 `pending`. ARGV of each: 1 the job's id, 2 what the keys of BullMQ
 * begin with, 3 now.
 */

/** A first job that is no more (removed by hand, or dead) must not hold back the others. Declares `head` and `healed`. */
const heal = `
local head, healed = redis.call('LINDEX', KEYS[1], 0), false
while head and head ~= ARGV[1]
  and (redis.call('EXISTS', ARGV[2] .. head) == 0 or redis.call('ZSCORE', KEYS[2], head)) do
  redis.call('LPOP', KEYS[1])
  head, healed = redis.call('LINDEX', KEYS[1], 0), true
end
`;

/**
 * After a job was added: enters it, and appends it to its lane (ARGV[4], empty where it has none). Does nothing where BullMQ took
 * it for a repetition and has added none. Returns a job that became the first by healing, or ''.
 */
export const enter = `
if redis.call('EXISTS', ARGV[2] .. ARGV[1]) == 0 then return '' end
redis.call('ZADD', KEYS[4], ARGV[3], ARGV[1])
if ARGV[4] == '' then return '' end
${heal}
-- A worker may have been quicker, where this did not come in one transaction with the job.
if not redis.call('LPOS', KEYS[1], ARGV[1], 'RANK', -1, 'MAXLEN', 100) then redis.call('RPUSH', KEYS[1], ARGV[1]) end
return healed and head or ''
`;

/**
 * Before an attempt: whether the job may run. ARGV[4] is 1 where it has stepped aside, ARGV[5] where a crash has cut an attempt
 * short. Returns 'run', 'wait' or 'done', a job to be promoted or '', and how many are before one that waits. After a crash the
 * first one is promoted in any case: it may have come between leaving the lane and promoting the next.
 */
export const begin = `
local repair = ARGV[5] == '1'
if redis.call('ZSCORE', KEYS[3], ARGV[1]) then
  redis.call('LREM', KEYS[1], 1, ARGV[1])
  return {'done', redis.call('LINDEX', KEYS[1], 0) or ''}
end
if ARGV[4] == '1' then
  local left = redis.call('LREM', KEYS[1], 1, ARGV[1])
  return {'run', (left == 1 or repair) and redis.call('LINDEX', KEYS[1], 0) or ''}
end
${heal}
if head == ARGV[1] then return {'run', ''} end
local place = redis.call('LPOS', KEYS[1], ARGV[1]) or redis.call('RPUSH', KEYS[1], ARGV[1]) - 1
if not head then return {'run', ''} end
return {'wait', (healed or repair) and head or '', place}
`;

/**
 * After the last attempt, or when it steps aside: takes the job out of its lane and returns the next one, or ''. ARGV[4] is 1
 * where it was handled: should a crash come before BullMQ knows of it, `begin` does. ARGV[5] is 1 where it had left before. Any
 * other has been the first, also where it is gone by now: then the answer was lost with the connection, and ioredis asks again.
 */
export const leave = `
if ARGV[4] == '1' then redis.call('ZADD', KEYS[3], ARGV[3], ARGV[1]) end
local left = redis.call('LREM', KEYS[1], 1, ARGV[1])
if left == 0 and ARGV[5] == '1' then return '' end
return redis.call('LINDEX', KEYS[1], 0) or ''
`;

/** Since when the oldest job that is not finished has been there, or ''. Forgets those that are, a portion at a time. */
export const oldest = `
for _ = 1, 1000 do
  local first = redis.call('ZRANGE', KEYS[4], 0, 0, 'WITHSCORES')
  if #first == 0 then return '' end
  if redis.call('EXISTS', ARGV[2] .. first[1]) == 1 and not redis.call('ZSCORE', KEYS[2], first[1]) then return first[2] end
  redis.call('ZREM', KEYS[4], first[1])
end
return ''
`;
