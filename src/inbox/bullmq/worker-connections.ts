import { Redis } from 'ioredis';
import { connectWork, endNow } from './connect';
import type { BullmqSettings } from './options';
import { leaveWhenSilent } from './silence';

/** Longest time for which Redis is asked for the next job, in seconds; less than what a connection may be silent for. */
const longestBlock = 1;

export interface WorkerConnections {
  /** For BullMQ's worker, which makes another one of it to wait on. */
  readonly redis: Redis;
  /** Ends both, in whatever state they are. */
  disconnect(): void;
}

/** The two connections of a worker, which wait for a Redis that is away, and are left where they are dead. */
export async function connectWorker(settings: BullmqSettings): Promise<WorkerConnections> {
  const redis = await connectWork(settings);
  const connections = [redis];
  // BullMQ makes its blocking connection this way, and closes it only where it has come to be.
  redis.duplicate = (override) => {
    const copy = Redis.prototype.duplicate.call(redis, override);
    connections.push(copy);
    leaveWhenSilent(copy, { rejects: false });
    return askOften(copy);
  };
  return {
    redis,
    disconnect() {
      for (const connection of connections) endNow(connection);
    },
  };
}

/** BullMQ asks for up to ten seconds at a time: on a connection that is dead, so long would nobody know. */
function askOften(connection: Redis): Redis {
  const ask = connection.bzpopmin.bind(connection);
  // as: overloads; BullMQ 6.7 asks with one key and its seconds (redis-queue-backend.js, waitForJob).
  connection.bzpopmin = ((key: string, seconds: number) => ask(key, Math.min(seconds, longestBlock))) as typeof ask;
  return connection;
}
