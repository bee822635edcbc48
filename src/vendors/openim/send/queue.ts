import { startTimer, stopTimer } from '../../../sending/real-timers';

export interface QueueOptions {
  readonly workers: number;
  /** How many tasks may wait for a worker. */
  readonly size: number;
  /** How long a task waits for room in a full queue before it is given up, in milliseconds. */
  readonly waitMs: number;
}

export interface Queue {
  /** Resolves with what the task resolved with, or with `lost` where no room was found in time. */
  add<T>(task: () => Promise<T>): Promise<T | typeof lost>;
}

/** Stands for a task that was given up. */
export const lost = Symbol('lost');

/**
 * The in-memory queue of OpenIM's after-callbacks (server 3.7.0 on): a few workers take from a list of bounded length,
 * and a callback that finds it full for too long is dropped without a log line.
 */
export function makeQueue({ workers, size, waitMs }: QueueOptions): Queue {
  const queued: (() => void)[] = [];
  const entering: (() => void)[] = [];
  let running = 0;

  function next(): void {
    while (running < workers && queued.length > 0) queued.shift()?.();
    while (queued.length < size && entering.length > 0) entering.shift()?.();
  }

  return {
    add<T>(task: () => Promise<T>) {
      return new Promise<T | typeof lost>((resolve, reject) => {
        const enter = () => {
          queued.push(start);
          next();
        };
        const start = () => {
          running += 1;
          task()
            .then(resolve, reject)
            .finally(() => {
              running -= 1;
              next();
            });
        };
        if (queued.length < size || running < workers) return enter();
        const timer = startTimer(() => {
          entering.splice(entering.indexOf(wait), 1);
          resolve(lost);
          next();
        }, waitMs);
        const wait = () => {
          stopTimer(timer);
          enter();
        };
        entering.push(wait);
      });
    },
  };
}
