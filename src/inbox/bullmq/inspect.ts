import type { DeadLetter, InboxStats } from '../inbox';
import { listDead, revive } from './dead-letters';
import { type BullmqInboxOptions, bullmqSettings } from './options';
import { statsOf } from './stats';
import { closeStore, openStore } from './store';

/** What a tool can see and do from outside. */
export interface BullmqInspection {
  stats(): Promise<Omit<InboxStats, 'duplicates'>>;
  /** The dead letters, oldest first; at most `limit`, default 100. */
  dead(options?: { limit?: number }): Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back; a worker finds it. False where there is none with this id. */
  revive(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Inspects an inbox in Redis from outside the app. Unlike `bullmqInbox` it also opens when Redis refuses writes, since that is
 * when somebody inspects it; only `revive` writes. Rejects within seconds when Redis is unreachable.
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
