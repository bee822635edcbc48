import type { Redis } from 'ioredis';
import type { InboxFault } from '../inbox';
import { isRefusal, redisError } from './error';

/** Watches whether Redis lets the worker work. */
export interface Stalls {
  /** An error of the worker: a refusal is reported at once, a temporary error only when it persists. */
  note(error: unknown): void;
  stop(): void;
}

/**
 * How long Redis may be unreachable before the worker counts as stalled, in milliseconds: it restarts and fails over now and
 * then.
 */
const patienceMs = 10_000;
/** Errors that are this far apart, in milliseconds, are separate problems. */
const apartMs = 5000;
const minute = 60_000;

/** Reports a worker that makes no progress to `onFault`, at most once a minute. */
export function watchStalls(redis: Redis, onFault: (fault: InboxFault) => void): Stalls {
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let last: unknown = new Error('Connection is closed.');
  let [since, lastAt] = [0, Number.NEGATIVE_INFINITY];

  function tell(cause: Error): void {
    if (performance.now() - toldAt < minute) return;
    toldAt = performance.now();
    onFault({ fault: 'stalled', message: `the worker of bullmqInbox cannot go on: ${cause.message}`, cause });
  }

  /** Whether errors have persisted for long, without a pause. */
  function goesOn(): boolean {
    const now = performance.now();
    if (now - lastAt > apartMs) since = now;
    lastAt = now;
    return now - since > patienceMs;
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
      const isLong = goesOn();
      if (isLong || isRefusal(error)) tell(redisError(error));
    },
    stop: back,
  };
}
