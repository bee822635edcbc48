import { Redis } from 'ioredis';
import { connectWork, endNow } from './connect';
import type { BullmqSettings } from './options';
import { leaveWhenSilent } from './silence';

/** Longest blocking wait for the next job, in seconds; less than a connection may be silent. */
const longestBlock = 1;

export interface WorkerConnections {
  /** For BullMQ's worker, which duplicates it for its blocking connection. */
  readonly redis: Redis;
  /** Ends both, in any state. */
  disconnect(): void;
}

/** The two connections of a worker. They wait while Redis is unreachable, and dead ones are replaced. */
export async function connectWorker(settings: BullmqSettings): Promise<WorkerConnections> {
  const redis = await connectWork(settings);
  const connections = [redis];
  // BullMQ makes its blocking connection this way, and closes it only once it is connected.
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

/** BullMQ blocks for up to ten seconds at a time: for so long, nobody would notice a dead connection. */
function askOften(connection: Redis): Redis {
  const ask = connection.bzpopmin.bind(connection);
  // as: overloads; BullMQ 6.7 asks with one key and its seconds (redis-queue-backend.js, waitForJob).
  connection.bzpopmin = ((key: string, seconds: number) => ask(key, Math.min(seconds, longestBlock))) as typeof ask;
  return connection;
}
