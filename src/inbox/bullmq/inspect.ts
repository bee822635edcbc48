import type { DeadLetter, InboxStats } from '../inbox';
import { listDead, revive } from './dead-letters';
import { type BullmqInboxOptions, bullmqSettings } from './options';
import { statsOf } from './stats';
import { closeStore, openStore } from './store';

/** What can be seen and done from outside. */
export interface BullmqInspection {
  stats(): Promise<Omit<InboxStats, 'duplicates'>>;
  /** The dead letters, oldest first; at most `limit`, default 100. */
  dead(options?: { limit?: number }): Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back; a worker finds it. False where there is none with this id. */
  revive(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Looks into an inbox in Redis without being an app. Unlike `bullmqInbox` it also opens where Redis takes nothing, since that is when somebody
 * looks: it writes for `revive` only. Rejects within seconds where Redis is away.
 */
export async function inspectBullmqInbox(
  options: Pick<BullmqInboxOptions, 'connection' | 'queue' | 'prefix'>,
): Promise<BullmqInspection> {
  const store = await openStore(bullmqSettings(options));
  return {
    stats: () => statsOf(store),
    dead: ({ limit = 100 } = {}) => listDead(store, limit),
    revive: (id) => revive(store, id),
    close: () => closeStore(store),
  };
}
