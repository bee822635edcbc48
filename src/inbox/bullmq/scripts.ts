/**
 * The order of a conversation is a list of job ids, its lane: only the first may run. Only these scripts touch the lanes; of
 * BullMQ's keys they only read whether a job exists (its hash), is dead (the zset `failed`) or asleep (`delayed`).
 *
 * KEYS of each: 1 the lane, 2 BullMQ's `failed`, 3 `done`, 4 `pending`. ARGV of each: 1 the job's id, 2 the prefix of BullMQ's
 * keys, 3 now. A job that is not the first sleeps in BullMQ's `delayed`, with the key of its lane in its field `lane`.
 */

/** A first job that is gone (removed by hand, or dead) must not hold back the others. Declares `head` and `healed`. */
const heal = `
local head, healed = redis.call('LINDEX', KEYS[1], 0), false
while head and head ~= ARGV[1]
  and (redis.call('EXISTS', ARGV[2] .. head) == 0 or redis.call('ZSCORE', KEYS[2], head)) do
  redis.call('LPOP', KEYS[1])
  head, healed = redis.call('LINDEX', KEYS[1], 0), true
end
`;

/**
 * After a job was added: enters it, and appends it to its lane (ARGV[4], empty where it has none; ARGV[5] is 1 where it was added
 * asleep). Does nothing where BullMQ took it for a repetition and has added none. Returns a job to be promoted, or '', and how many
 * are before it, -1 where it was not entered. Itself is promoted where it sleeps though it is the first.
 */
export const enter = `
if redis.call('EXISTS', ARGV[2] .. ARGV[1]) == 0 then return {'', -1} end
redis.call('ZADD', KEYS[4], ARGV[3], ARGV[1])
if ARGV[4] == '' then return {'', 0} end
${heal}
-- A worker may have been quicker, where this did not come in one transaction with the job.
local place = redis.call('LPOS', KEYS[1], ARGV[1], 'RANK', -1, 'MAXLEN', 100) or redis.call('RPUSH', KEYS[1], ARGV[1]) - 1
local isAsleep = ARGV[5] == '1'
if place > 0 or isAsleep then redis.call('HSET', ARGV[2] .. ARGV[1], 'lane', KEYS[1]) end
if place == 0 and isAsleep then return {ARGV[1], 0} end
return {healed and head or '', place}
`;

/**
 * Before an attempt: whether the job may run. ARGV[4] is 1 where it has stepped aside, ARGV[5] where a crash has cut an attempt
 * short. Returns 'run', 'wait' or 'done', and a job to be promoted or ''. After a crash the first one is promoted in any case: it may
 * have come between leaving the lane and promoting the next.
 */
export const begin = `
local repair = ARGV[5] == '1'
if redis.call('ZSCORE', KEYS[3], ARGV[1]) then
  redis.call('LREM', KEYS[1], 1, ARGV[1])
  return {'done', redis.call('LINDEX', KEYS[1], 0) or ''}
end
-- Gone with a failover, or removed by hand: there is none that could wait.
if redis.call('EXISTS', ARGV[2] .. ARGV[1]) == 0 then return {'run', ''} end
if ARGV[4] == '1' then
  local left = redis.call('LREM', KEYS[1], 1, ARGV[1])
  return {'run', (left == 1 or repair) and redis.call('LINDEX', KEYS[1], 0) or ''}
end
${heal}
if head == ARGV[1] then return {'run', ''} end
if not redis.call('LPOS', KEYS[1], ARGV[1]) then redis.call('RPUSH', KEYS[1], ARGV[1]) end
if not head then return {'run', ''} end
redis.call('HSET', ARGV[2] .. ARGV[1], 'lane', KEYS[1])
return {'wait', (healed or repair) and head or ''}
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

/**
 * Who sleeps for no reason, among those that wait from rank ARGV[4] to ARGV[5]: how many there were, and who. It is the first of its lane,
 * it has been handled, or it is in no lane: after a failover a job may have gone back to sleep in the Redis of now, while it was handled
 * from that of before. One that waits for its next attempt has made one before (BullMQ's field `atm`). Of a lane the first 2,000 are read.
 */
export const forgotten = `
local ids = redis.call('ZRANGE', KEYS[4], ARGV[4], ARGV[5])
local found, lanes = {#ids}, {}
local function wake(id)
  if redis.call('ZSCORE', ARGV[2] .. 'delayed', id) and (redis.call('HGET', ARGV[2] .. id, 'atm') or '0') == '0' then
    found[#found + 1] = id
  end
end
local function read(lane)
  local head = redis.call('LINDEX', lane, 0)
  while head and (redis.call('EXISTS', ARGV[2] .. head) == 0 or redis.call('ZSCORE', KEYS[2], head)) do
    redis.call('LPOP', lane)
    head = redis.call('LINDEX', lane, 0)
  end
  if head then wake(head) end
  local has = {}
  for _, id in ipairs(redis.call('LRANGE', lane, 0, 1999)) do has[id] = true end
  return {has = has, isWhole = redis.call('LLEN', lane) <= 2000}
end
for _, id in ipairs(ids) do
  local name = redis.call('HGET', ARGV[2] .. id, 'lane')
  if name then
    lanes[name] = lanes[name] or read(name)
    local lane = lanes[name]
    if redis.call('ZSCORE', KEYS[3], id) or lane.isWhole and not lane.has[id] then wake(id) end
  end
end
return found
`;
