import type { Redis } from 'ioredis';
import { inRedisWords } from './error';
import { isAtLeast } from './facts';

/** Longest wait for the replicas, in milliseconds: two in a row fit into the shortest deadline of a sender. */
const waitMs = 700;

/**
 * Resolves once the wanted number of replicas have everything written to this connection before the call; otherwise rejects.
 */
export type OnReplicas = () => Promise<void>;

/**
 * Waits for replicas before the ACK, with `WAIT`, and with `WAITAOF` where available: then they have it on their disks. It is
 * sent right after the write, without waiting for the write's reply. Redis answers nothing else on this connection meanwhile, so
 * one runs at a time, and the next one covers everything stored since.
 */
export function waitForReplicas(
  redis: Redis,
  wantedNow: () => number,
  version: string | undefined,
  longestMs = waitMs,
): OnReplicas {
  const onDisk = version !== undefined && isAtLeast(version, 7, 2);
  let connection = 0;
  let underWay: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  redis.on('close', () => {
    connection += 1;
  });

  /** A new connection has written nothing yet, so WAIT confirms at once. */
  async function ask(writtenOn: number): Promise<void> {
    if (writtenOn !== connection)
      throw new Error('Redis cannot be reached: the connection was lost before the replicas had it');
    const wanted = wantedNow();
    if (wanted === 0) return;
    const got = await inRedisWords(onDisk ? diskCount(wanted) : redis.wait(wanted, longestMs));
    if (writtenOn !== connection)
      throw new Error('Redis cannot be reached: the connection was lost before the replicas had it');
    if (got < wanted) throw tooFew(got, wanted, onDisk, longestMs);
  }

  /**
   * A replica is asked twice: it first answers before it has synced the latest write, and answers again by itself only after up
   * to a second (Valkey 8.0: 290 ms in the middle, with both 0.5 ms).
   */
  async function diskCount(wanted: number): Promise<number> {
    redis.wait(wanted, longestMs).catch(() => {}); // the other one reports it
    const [, onReplicas = 0] = (await redis.call('WAITAOF', 0, wanted, longestMs)) as number[]; // as: the format of its reply
    return onReplicas;
  }

  async function begin(): Promise<void> {
    const [writtenOn, before] = [connection, underWay];
    await before.catch(() => {});
    await new Promise(setImmediate); // everything of one turn of the event loop waits together
    underWay = next ?? before;
    next = undefined;
    await ask(writtenOn);
  }

  return async function onReplicas() {
    if (wantedNow() === 0) return;
    next ??= begin();
    await next;
  };
}

function tooFew(got: number, wanted: number, onDisk: boolean, longestMs: number): Error {
  const where = onDisk ? ' on their disks (appendonly yes, appendfsync always)' : '';
  return new Error(
    `${got} of the ${wanted} replicas that are waited for (option replicas) have it${where} within ${longestMs} ms; it is stored, but a failover would lose it`,
  );
}
