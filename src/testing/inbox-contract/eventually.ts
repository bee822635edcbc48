import type { Inbox } from '../../inbox/inbox';

/** Resolves once `holds` returns true. Rejects with the source text of `holds` when it does not within `withinMs`. */
export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${holds}`);
    await pause(5);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Whether nothing waits and nothing runs. */
export async function isIdle(inbox: Pick<Inbox, 'stats'>): Promise<boolean> {
  const { waiting, running } = await inbox.stats();
  return waiting + running === 0;
}
