import type { DeadLetter, InboxStats } from '../inbox/inbox';
import { mistake } from './mistake';

/** An inbox as the command line looks at it, beside the app that works on it. */
export interface InboxStore {
  stats(): Promise<Pick<InboxStats, 'waiting' | 'dead' | 'oldestMs'>>;
  dead(options: { limit: number }): Promise<readonly DeadLetter[]>;
  revive(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the inbox in this file. The engine is loaded only now, because it needs packages that are optional. */
export async function openInboxStore(where: string | undefined): Promise<InboxStore> {
  if (where === undefined) throw mistake('which inbox? Write --store inbox.db, or set IM_CALLBACK_INBOX');
  try {
    const { inspectSqliteInbox } = await import('../inbox/sqlite.js');
    return await inspectSqliteInbox({ file: where });
  } catch (error) {
    throw mistake((error as Error).message); // engines reject with errors that say what to do
  }
}
