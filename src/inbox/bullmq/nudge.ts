import type { Lanes } from './lanes';

/** How often it checks, in milliseconds, and how many waiting jobs each time. */
const lookMs = 10_000;
const portion = 1000;

/**
 * Wakes jobs that sleep for no reason: somebody may have removed the job before it by hand, a process may have died between
 * entering a delivery and waking it, or a failover has undone the wake-up. Checks all waiting jobs, a portion at a time. Returns
 * a function that stops it.
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
