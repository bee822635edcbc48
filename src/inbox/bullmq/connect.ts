import { Redis, type RedisOptions } from 'ioredis';
import { within } from '../../promises/within';
import { redisError } from './error';
import type { BullmqSettings } from './options';
import { leaveWhenSilent } from './silence';

/** Longest time for a connection to be there, in milliseconds; a Redis that loads its data is not there yet. */
const openMs = 4000;

/**
 * How long ioredis waits for a socket to close before it destroys it, in milliseconds. It waits as long for one that is closed
 * already (5.11, AbstractConnector.js), and the process with it.
 */
const disconnectTimeout = 100;

/** Reconnects within a second: a web process answers 503 until then. */
const retryStrategy = (times: number) => Math.min(1000, 50 * 2 ** Math.min(times, 5));

/**
 * The connection that accepts. Nothing waits in it for a Redis that is away: the sender is told at once, rather than a queue
 * growing in memory whose callbacks nobody waits for any more.
 */
export function connectFront(settings: BullmqSettings): Promise<Redis> {
  return connected(settings, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 5000 });
}

/** The connection that works. What a worker has to say of its jobs waits until Redis is back: `concurrency` bounds it. */
export function connectWork(settings: BullmqSettings): Promise<Redis> {
  return connected(settings, { enableOfflineQueue: true, maxRetriesPerRequest: null, commandTimeout: undefined });
}

/**
 * Ends a connection of a worker in whatever state it is, and with it all that waits for a Redis that is away. `disconnect` leaves
 * one that is about to try again as it is, without a word of its end (ioredis 5.11, Redis.js), and BullMQ waits for that word, with
 * timers that keep the process alive.
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
  // Without a listener ioredis prints it. It tells more than the rejection of connect().
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

/** A master that has become a replica keeps its connections: a new one may lead to the master of now. */
const reconnectOnError = (error: Error) => /\bREADONLY\b/.test(error.message);

/** Else ioredis 5.11 stays with the old master after a planned failover, until Sentinel demotes it. */
function detector({ sentinels }: RedisOptions): RedisOptions {
  return sentinels === undefined ? {} : { failoverDetector: true };
}
