import type { Redis } from 'ioredis';
import type { InboxFault } from '../inbox';
import { isRefusal, redisError } from './error';

/** Watches whether Redis lets the worker work. */
export interface Stalls {
  /** An error of the worker; of Redis itself it is told of at once, of the connection only where it stays away. */
  note(error: unknown): void;
  stop(): void;
}

/** How long Redis may be away before the worker counts as stalled, in milliseconds: it restarts and fails over now and then. */
const patienceMs = 10_000;
const minute = 60_000;

/** Tells `onFault` of a worker that makes no headway, at most once a minute. */
export function watchStalls(redis: Redis, onFault: (fault: InboxFault) => void): Stalls {
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let last: unknown = new Error('Connection is closed.');

  function tell(cause: Error): void {
    if (performance.now() - toldAt < minute) return;
    toldAt = performance.now();
    onFault({ fault: 'stalled', message: `the worker of bullmqInbox cannot go on: ${cause.message}`, cause });
  }

  function away(): void {
    timer ??= setInterval(() => tell(redisError(last)), patienceMs).unref();
  }

  function back(): void {
    clearInterval(timer);
    timer = undefined;
  }

  redis.on('close', away).on('ready', back);
  redis.on('error', (error) => {
    last = error;
  });
  return {
    note(error) {
      if (isRefusal(error)) tell(redisError(error));
    },
    stop: back,
  };
}
