import type { Redis } from 'ioredis';
import { inRedisWords } from './error';
import { isAtLeast } from './facts';

/** Longest wait for the replicas, in milliseconds: two in a row fit into the shortest deadline of a sender. */
const waitMs = 700;

/** Resolves once so many replicas as wanted have all that was written to this connection before the call; else rejects. */
export type OnReplicas = () => Promise<void>;

/**
 * Waits for replicas before the ACK, with `WAIT`, and `WAITAOF` where there is one: then they have it on their disks. It is sent
 * behind what was stored, without waiting for the answer to that. Redis answers nothing else on this connection meanwhile, so
 * one is under way at a time, and the next one is for all that was stored since.
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

  /** A new connection has written nothing yet, and is told at once that all of that is everywhere. */
  async function ask(writtenOn: number): Promise<void> {
    if (writtenOn !== connection) throw new Error('Redis is away: the connection was lost before the replicas had it');
    const wanted = wantedNow();
    if (wanted === 0) return;
    const got = await inRedisWords(onDisk ? diskCount(wanted) : redis.wait(wanted, longestMs));
    if (writtenOn !== connection) throw new Error('Redis is away: the connection was lost before the replicas had it');
    if (got < wanted) throw tooFew(got, wanted, onDisk, longestMs);
  }

  /**
   * A replica is asked twice: the first time it answers before it has synced what came with the question, and again by itself only after
   * up to a second (Valkey 8.0: 290 ms in the middle, with both 0.5 ms).
   */
  async function diskCount(wanted: number): Promise<number> {
    redis.wait(wanted, longestMs).catch(() => {}); // told by the other one
    const [, onReplicas = 0] = (await redis.call('WAITAOF', 0, wanted, longestMs)) as number[]; // as: so it answers
    return onReplicas;
  }

  async function begin(): Promise<void> {
    const [writtenOn, before] = [connection, underWay];
    await before.catch(() => {});
    await new Promise(setImmediate); // all of one turn of the event loop wait together
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
