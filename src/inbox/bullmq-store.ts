import { type IRedisClient, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { connectFront } from './bullmq-connect';
import { judge, type RedisFacts, readFacts, refuseOld } from './bullmq-durability';
import { worded } from './bullmq-error';
import type { JobData } from './bullmq-job';
import { type Lanes, lanesOf } from './bullmq-lanes';
import type { BullmqSettings } from './bullmq-options';
import { makeRoom } from './bullmq-room';
import type { InboxStatus } from './inbox';

/** What is there between `open` and `close`: the connection that accepts, and what hangs on it. */
export interface Store {
  readonly settings: BullmqSettings;
  readonly status: InboxStatus;
  readonly redis: Redis;
  readonly queue: Queue<JobData, void>;
  /** BullMQ's view of `redis`. */
  readonly client: IRedisClient;
  readonly lanes: Lanes;
  /** Claims room for one more; rejects where there is none. */
  readonly claim: () => Promise<void>;
  /** For the worker's connections as well. */
  readonly skipVersionCheck: boolean;
}

/** Rejects within seconds where Redis is not there, or is not what this inbox can use. */
export async function openStore(settings: BullmqSettings): Promise<Store> {
  const redis = await connectFront(settings);
  try {
    const facts = await readFacts(redis);
    refuseOld(facts);
    const skipVersionCheck = isTalkedAbout(facts);
    const { queue: name, prefix } = settings;
    const queue = new Queue<JobData, void>(name, { connection: redis, prefix, skipVersionCheck });
    queue.on('error', () => {}); // the commands reject; without a listener BullMQ prints it
    const client = await worded(queue.getBackend().client);
    const lanes = lanesOf(redis, client, (key) => queue.toKey(key));
    const claim = makeRoom(queue, settings.maxWaiting);
    return { settings, status: judge(facts), redis, queue, client, lanes, claim, skipVersionCheck };
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

export async function closeStore({ redis, queue }: Store): Promise<void> {
  await queue.close().catch(() => {}); // it does not close a connection that it was given
  const quit = redis.quit().then(
    () => {},
    () => {},
  );
  await Promise.race([quit, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
  redis.disconnect();
}
