import type { Lanes } from './lanes';

export interface Tidy {
  /** A job that is finished, and known to be by BullMQ. */
  add(id: string): void;
  /** Does now what is left. */
  flush(): Promise<void>;
}

/** How long entries of finished jobs may lie about, in milliseconds: one command clears those of all. */
const gatherMs = 100;
const portion = 500;

/** Clears away the entries of finished jobs, many at a time. What is left of it by a crash does no harm. */
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
