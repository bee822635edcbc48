/** A time limit that many things at once have: one timer for all of them. */
export interface TimeLimit {
  /** Begins now. `reached` is called once the time is over, unless `stop` is called before. */
  start(reached: () => void): Running;
  stop(running: Running): void;
}

interface Running {
  readonly endsAt: number;
  readonly reached: () => void;
}

/**
 * Makes a time limit of `ms` milliseconds. Node makes and drops a list for each timer where few run at a time, which costs 5 % of a
 * request on Node 24 and 8 % on Node 20 (node:http, measured side by side). All have the same time, so the first that began is the
 * first that ends, and a Set keeps them in that order.
 *
 * `reached` runs in the async context of whichever began the timer. The timer does not keep the process alive; sockets do.
 */
export function timeLimit(ms: number): TimeLimit {
  const all = new Set<Running>();
  let armed = false;

  function arm(inMs: number): void {
    armed = true;
    setTimeout(tick, Math.ceil(inMs)).unref();
  }

  function tick(): void {
    armed = false;
    const now = performance.now();
    try {
      for (const running of all) {
        if (running.endsAt > now) break;
        all.delete(running);
        running.reached();
      }
    } finally {
      // Also where one of them threw: the others have their time, too.
      const [next] = all;
      if (next !== undefined && !armed) arm(next.endsAt - now);
    }
  }

  return {
    start(reached) {
      const running = { endsAt: performance.now() + ms, reached };
      all.add(running);
      if (!armed) arm(ms);
      return running;
    },
    stop(running) {
      all.delete(running);
    },
  };
}
