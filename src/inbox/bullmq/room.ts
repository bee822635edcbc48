import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { inboxFull } from '../store-options';
import { connectedReplicas } from './connected-replicas';
import { inRedisWords } from './error';
import { said } from './facts';
import type { BullmqSettings } from './options';

/**
 * How long a check stays valid, in milliseconds; the second value applies near the memory limit, because others use that memory
 * as well.
 */
const goodForMs = 1000;
const goodForMsNearly = 100;
/**
 * How much of its `maxmemory` Redis may have used: a full Redis refuses workers as well, and the backlog could not be worked off.
 */
const mostMemory = 0.9;
const nearlyFull = 0.7;
/** How much memory a delivery takes in Redis, in bytes, beside twice its body: a generous estimate until the next check. */
const overhead = 2500;
/** A replica that has been silent for longer, in seconds, does not count; it reports every second. */
const mostLag = 3;

/** Whether there is room for one more, and storing it makes sense. */
export interface Room {
  /** Claims room for a body of this many bytes; rejects when there is none. */
  claim(bytes: number): Promise<void>;
  /** Rejects when `claim` would, by a new check. */
  look(): Promise<void>;
  /** How many replicas must confirm now, if all connected ones are required. */
  replicas(): number;
}

/**
 * There is no room when `maxWaiting` wait, Redis is nearly full, or required replicas are missing. A check costs a round trip, so
 * it runs once a second, and this process adds what it accepts. Several processes together may exceed the limit by what they
 * accept in that time.
 */
export function roomIn(queue: Queue, redis: Redis, settings: Pick<BullmqSettings, 'maxWaiting' | 'replicas'>): Room {
  const { maxWaiting, replicas } = settings;
  let waiting = 0;
  let memory = { used: 0, most: 0 };
  const connected = connectedReplicas(redis);
  let replicasThere = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  async function count(): Promise<void> {
    const before = waiting;
    const [counted, info, replication] = await Promise.all([
      inRedisWords(queue.getJobCountByTypes('wait', 'prioritized', 'delayed')),
      inRedisWords(redis.info('memory')),
      replicas === 0 ? '' : inRedisWords(redis.info('replication')),
    ]);
    // What was claimed meanwhile may be in the count or not.
    waiting = counted + waiting - before;
    memory = memoryIn(info);
    replicasThere = replicasIn(replication);
    connected.saw(replicasThere);
    lookedAt = performance.now();
  }

  function look(): Promise<void> {
    looking ??= count().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  /** How much of `maxmemory` is used; 0 when there is no limit. */
  const usedPart = () => (memory.most === 0 ? 0 : memory.used / memory.most);

  function refuseWithoutRoom(): void {
    if (usedPart() >= mostMemory)
      throw new Error(
        `the memory of Redis is nearly full: ${Math.round(usedPart() * 100)} % of its maxmemory are used, and from 90 % on the rest is for what is accepted already`,
      );
    const wanted = replicas === 'connected' ? connected.wanted() : replicas;
    if (replicasThere < wanted)
      throw new Error(
        `Redis has ${replicasThere} of the ${wanted} replicas that are waited for (option replicas): a failover would lose what is accepted`,
      );
    if (waiting >= maxWaiting) throw inboxFull(waiting);
  }

  return {
    async claim(bytes) {
      if (connected.isNew()) await look();
      const goodFor = usedPart() >= nearlyFull ? goodForMsNearly : goodForMs;
      if (performance.now() - lookedAt > goodFor) await look();
      refuseWithoutRoom();
      waiting += 1;
      memory.used += overhead + 2 * bytes;
    },
    async look() {
      await look();
      refuseWithoutRoom();
    },
    replicas: connected.wanted,
  };
}

function memoryIn(info: string): { used: number; most: number } {
  return { used: Number(said(info, 'used_memory') ?? 0), most: Number(said(info, 'maxmemory') ?? 0) };
}

/** e.g. `slave0:ip=10.0.0.2,port=6379,state=online,offset=42,lag=1`. */
function replicasIn(info: string): number {
  const lines = [...info.matchAll(/^slave\d+:.*state=online.*lag=(\d+)/gm)];
  return lines.filter(([, lag]) => Number(lag) <= mostLag).length;
}
