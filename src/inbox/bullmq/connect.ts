import { Redis, type RedisOptions } from 'ioredis';
import { within } from '../../promises/within';
import { redisError } from './error';
import type { BullmqSettings } from './options';
import { leaveWhenSilent } from './silence';

/** Longest time to connect, in milliseconds. A Redis that is loading its data does not count as connected. */
const openMs = 4000;

/**
 * How long ioredis waits for a socket to close before it destroys it, in milliseconds. It waits as long for one that is closed
 * already (5.11, AbstractConnector.js), and keeps the process alive.
 */
const disconnectTimeout = 100;

/** Reconnects within a second: a web process answers 503 until then. */
const retryStrategy = (times: number) => Math.min(1000, 50 * 2 ** Math.min(times, 5));

/**
 * The connection that accepts. It queues nothing while Redis is unreachable: the sender gets an error at once, instead of a
 * growing queue of callbacks that nobody waits for any more.
 */
export function connectFront(settings: BullmqSettings): Promise<Redis> {
  return connected(settings, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5000 });
}

/** The connection that works. Updates of jobs wait until Redis is back: `concurrency` bounds their number. */
export function connectWork(settings: BullmqSettings): Promise<Redis> {
  return connected(settings, { enableOfflineQueue: true, maxRetriesPerRequest: null, commandTimeout: undefined });
}

/**
 * Ends a worker's connection in any state, together with everything that waits for Redis. `disconnect` does not end a connection
 * that is about to retry and emits no 'end' (ioredis 5.11, Redis.js). BullMQ waits for that event, with timers that keep the
 * process alive.
 */
export function endNow(connection: Redis): void {
  if (connection.status === 'reconnecting') connection.connect().catch(() => {});
  connection.disconnect();
}

async function connected({ connection }: BullmqSettings, own: RedisOptions): Promise<Redis> {
  const options = { ...own, retryStrategy, disconnectTimeout, lazyConnect: true };
  const { url, ...given } = typeof connection === 'string' ? { url: connection } : connection;
  const all: RedisOptions = { connectTimeout: 3000, reconnectOnError, ...detector(given), ...given, ...options };
  const client = url === undefined ? new Redis(all) : new Redis(url, all);
  leaveWhenSilent(client, { rejects: own.maxRetriesPerRequest === 0 });
  let last: unknown;
  // Without a listener ioredis prints it. It has more detail than the rejection of connect().
  client.on('error', (error) => {
    last = error;
  });
  try {
    await within(openMs, client.connect(), () => {
      throw new Error(`it is not ready after ${openMs} ms`);
    });
    return client;
  } catch (error) {
    client.disconnect();
    const { host, port, path } = client.options;
    throw new Error(`${path ?? `${host}:${port}`}: ${redisError(last ?? error).message}`);
  }
}

/** A master that has become a replica keeps its connections: a new connection may reach the current master. */
const reconnectOnError = (error: Error) => /\bREADONLY\b/.test(error.message);

/** Otherwise ioredis 5.11 stays with the old master after a planned failover, until Sentinel demotes it. */
function detector({ sentinels }: RedisOptions): RedisOptions {
  return sentinels === undefined ? {} : { failoverDetector: true };
}
