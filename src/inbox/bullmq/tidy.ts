import type { Lanes } from './lanes';

export interface Tidy {
  /** A job is finished, and BullMQ knows it. */
  add(id: string): void;
  /** Does the remaining work now. */
  flush(): Promise<void>;
}

/** How long entries of finished jobs may remain, in milliseconds: one command removes all of them. */
const gatherMs = 100;
const portion = 500;

/** Removes the entries of finished jobs, many at a time. Entries that remain after a crash do no harm. */
export function makeTidy(lanes: Lanes): Tidy {
  let finished: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const ids = finished;
    finished = [];
    if (ids.length > 0) await lanes.tidy(ids).catch(() => {});
  }

  return {
    add(id) {
      finished.push(id);
      if (finished.length >= portion) void flush();
      timer ??= setTimeout(flush, gatherMs).unref();
    },
    flush,
  };
}
