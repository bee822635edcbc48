import { type IRedisClient, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { within } from '../../promises/within';
import type { InboxStatus } from '../inbox';
import { type Backlogs, rememberBacklogs } from './backlogs';
import { connectFront } from './connect';
import { durabilityFrom } from './durability';
import { inRedisWords } from './error';
import { type ErrorTexts, errorTexts } from './error-text';
import { type RedisFacts, readFacts, refuseOld, refuseReplica } from './facts';
import type { JobData } from './job';
import { type Lanes, lanesOf } from './lanes';
import type { BullmqSettings } from './options';
import { type OnReplicas, waitForReplicas } from './replicas';
import { practiseOn } from './rights';
import { type Room, roomIn } from './room';

/** Longest time to wait for Redis to close, in milliseconds. */
const quitMs = 1000;

/** What exists between `open` and `close`: the connection that accepts, and everything on it. */
export interface RedisStore {
  readonly settings: BullmqSettings;
  readonly redis: Redis;
  readonly queue: Queue<JobData, void>;
  /** BullMQ's view of `redis`. */
  readonly client: IRedisClient;
  readonly lanes: Lanes;
  readonly errors: ErrorTexts;
  readonly room: Room;
  readonly backlogs: Backlogs;
  readonly onReplicas: OnReplicas;
  /** For the worker's connections as well. */
  readonly skipVersionCheck: boolean;
}

/** Rejects within seconds when Redis is unreachable or too old. */
export async function openStore(settings: BullmqSettings): Promise<RedisStore> {
  const redis = await connectFront(settings);
  try {
    const facts = await readFacts(redis);
    refuseOld(facts);
    const skipVersionCheck = isTalkedAbout(facts);
    const { queue: name, prefix, replicas } = settings;
    const queue = new Queue<JobData, void>(name, { connection: redis, prefix, skipVersionCheck });
    queue.on('error', () => {}); // the commands reject; without a listener BullMQ prints it
    const client = await inRedisWords(queue.getBackend().client);
    const room = roomIn(queue, redis, settings);
    return {
      settings,
      redis,
      queue,
      client,
      lanes: lanesOf(redis, client, (key) => queue.toKey(key)),
      errors: errorTexts(redis, (id) => queue.toKey(id)),
      room,
      backlogs: rememberBacklogs(),
      onReplicas: waitForReplicas(redis, replicas === 'connected' ? room.replicas : () => replicas, facts.version),
      skipVersionCheck,
    };
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

/** What Redis promises now, which may differ after a failover; rejects when it would refuse writes. */
export async function usable({ redis, queue, settings }: RedisStore): Promise<InboxStatus> {
  const facts = await readFacts(redis);
  refuseReplica(facts);
  await practiseOn(redis, (key) => queue.toKey(key));
  return durabilityFrom(facts, settings.replicas);
}

/**
 * BullMQ 6.7 prints a line for each connection to a Redis that evicts (redis-connection.js, getRedisVersionAndType); the notes of
 * `open` say so already. Skipping the check avoids the line; the price is that retries come up to a second late.
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
