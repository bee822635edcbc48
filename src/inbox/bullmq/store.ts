import { type IRedisClient, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { within } from '../../promises/within';
import type { InboxStatus } from '../inbox';
import { connectFront } from './connect';
import { durabilityFrom, type RedisFacts, readFacts, refuseOld } from './durability';
import { inRedisWords } from './error';
import { type ErrorTexts, errorTexts } from './error-text';
import type { JobData } from './job';
import { type Lanes, lanesOf } from './lanes';
import type { BullmqSettings } from './options';
import { limitWaiting } from './waiting-limit';

/** Longest time for Redis to take its leave, in milliseconds. */
const quitMs = 1000;

/** What is there between `open` and `close`: the connection that accepts, and what hangs on it. */
export interface RedisStore {
  readonly settings: BullmqSettings;
  readonly status: InboxStatus;
  readonly redis: Redis;
  readonly queue: Queue<JobData, void>;
  /** BullMQ's view of `redis`. */
  readonly client: IRedisClient;
  readonly lanes: Lanes;
  readonly errors: ErrorTexts;
  /** Claims room for one more; rejects where there is none. */
  readonly claim: () => Promise<void>;
  /** For the worker's connections as well. */
  readonly skipVersionCheck: boolean;
}

/** Rejects within seconds where Redis is not there, or is not what this inbox can use. */
export async function openStore(settings: BullmqSettings): Promise<RedisStore> {
  const redis = await connectFront(settings);
  try {
    const facts = await readFacts(redis);
    refuseOld(facts);
    const skipVersionCheck = isTalkedAbout(facts);
    const { queue: name, prefix } = settings;
    const queue = new Queue<JobData, void>(name, { connection: redis, prefix, skipVersionCheck });
    queue.on('error', () => {}); // the commands reject; without a listener BullMQ prints it
    const client = await inRedisWords(queue.getBackend().client);
    const lanes = lanesOf(redis, client, (key) => queue.toKey(key));
    const errors = errorTexts(redis, (id) => queue.toKey(id));
    const claim = limitWaiting(queue, redis, settings.maxWaiting);
    return { settings, status: durabilityFrom(facts), redis, queue, client, lanes, errors, claim, skipVersionCheck };
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

/**
 * BullMQ 6.7 prints a line for each connection to a Redis that evicts (redis-connection.js, getRedisVersionAndType), which is in
 * the notes of `open`. It does not look where it is told to skip the check; the price is that retries come up to a second late.
 */
function isTalkedAbout({ maxmemoryPolicy }: RedisFacts): boolean {
  return maxmemoryPolicy !== undefined && maxmemoryPolicy !== 'noeviction';
}

export async function closeStore({ redis, queue }: RedisStore): Promise<void> {
  await queue.close().catch(() => {}); // it does not close a connection that it was given
  const giveUp = () => undefined;
  await within(quitMs, redis.quit(), giveUp).catch(giveUp);
  redis.disconnect();
}
