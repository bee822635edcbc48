import { setTimeout as pause } from 'node:timers/promises';
import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { InboxFault } from '../inbox';

export interface Insistence {
  /** Repeats a change until PostgreSQL has made it. Rejects when the inbox is closed first. */
  insist(change: () => Promise<unknown>): Promise<void>;
  giveUp(): void;
  /** Whether there is a change that PostgreSQL has not made at once. */
  isBehind(): boolean;
}

const waitsMs = [50, 200, 500, 1000];
/** How often a change may fail before the worker counts as stalled. */
const patience = 4;

export function makeInsistence(tell: (fault: InboxFault) => void): Insistence {
  const over = new AbortController();
  let failing = 0;

  async function insist(change: () => Promise<unknown>): Promise<void> {
    for (let times = 1; ; times++) {
      try {
        await change();
        if (times > 1) failing -= 1;
        return;
      } catch (cause) {
        over.signal.throwIfAborted();
        if (times === 1) failing += 1;
        if (times >= patience) {
          const message = `the inbox cannot record what was handled, and tries again every second: ${errorMessage(cause)}`;
          warnOnce(message);
          tell({ fault: 'stalled', message, cause });
        }
      }
      await pause(waitsMs[times - 1] ?? 1000, undefined, { signal: over.signal, ref: false });
    }
  }

  return { insist, giveUp: () => over.abort(), isBehind: () => failing > 0 };
}
