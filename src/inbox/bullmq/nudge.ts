import type { Lanes } from './lanes';

/** How often it is looked, in milliseconds, and at how many of those that wait. */
const lookMs = 10_000;
const portion = 1000;

/**
 * Wakes who sleeps for no reason: somebody may have removed the one before it by hand, a process may have ended between entering a
 * delivery and waking it, or a failover has taken back what was done. Goes through all that wait, a portion at a time. Returns what ends it.
 */
export function nudgeSleepers(lanes: Lanes, wake: (id: string) => Promise<void>): () => void {
  let from = 0;

  async function look(): Promise<void> {
    const { seen, forgotten } = await lanes.forgotten(from, portion);
    from = seen < portion ? 0 : from + portion;
    for (const id of forgotten) await wake(id);
  }

  const timer = setInterval(() => void look().catch(() => {}), lookMs);
  timer.unref();
  return () => clearInterval(timer);
}
