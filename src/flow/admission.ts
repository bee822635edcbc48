import { within } from '../promises/within';

/**
 * How much work one receiver is doing: requests between their admission and their answer, and handlers that run on after it.
 * Limits this work, and waits for its end.
 */
export interface Admission {
  /** Admits one more; false when there is no room, or `drain` has begun. */
  enter(): boolean;
  /**
   * Admits one more beyond the limit, for commands whose reply is made from the body: at most as many again as the limit. False
   * when there is no room for these either.
   */
  enterForReply(): boolean;
  /** Counts one more in any case: admitted work that goes on in another form. */
  extend(): void;
  leave(): void;
  /**
   * A look-up that must finish before the request is admitted. It does not count towards the limit, because the call may be
   * forged. `drain` waits for the look-ups that were started before it, and for no later ones.
   */
  outside<T>(answer: Promise<T>): Promise<T>;
  readonly running: number;
  readonly draining: boolean;
  /** Admits nothing more; resolves with the number that still runs, which is 0 unless `timeoutMs` passes first. */
  drain(timeoutMs: number): Promise<number>;
}

export function makeAdmission(limit: number): Admission {
  let running = 0;
  let outside = 0;
  let draining = false;
  let waiting: (() => void)[] = [];

  function tell(): void {
    if (running + outside > 0) return;
    for (const done of waiting) done();
    waiting = [];
  }

  function comeIn(): void {
    outside -= 1;
    tell();
  }

  return {
    enter() {
      if (draining || running >= limit) return false;
      running += 1;
      return true;
    },
    enterForReply() {
      if (running >= 2 * limit) return false;
      running += 1;
      return true;
    },
    extend() {
      running += 1;
    },
    leave() {
      running -= 1;
      tell();
    },
    outside(answer) {
      if (draining) return answer;
      outside += 1;
      // By then the request has been admitted or answered, because nothing in between is asynchronous.
      const later = () => void setImmediate(comeIn);
      answer.then(later, later);
      return answer;
    },
    get running() {
      return running;
    },
    get draining() {
      return draining;
    },
    drain(timeoutMs) {
      if (typeof timeoutMs !== 'number' || !(timeoutMs >= 0))
        throw new TypeError(`drain: timeoutMs must be a number of milliseconds, 0 or more; got ${timeoutMs}`);
      draining = true;
      if (running + outside === 0) return Promise.resolve(0);
      const idle = new Promise<void>((resolve) => waiting.push(resolve));
      const left = () => running + outside;
      return within(timeoutMs, idle.then(left), left);
    },
  };
}
