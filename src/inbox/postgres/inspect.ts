import type { DeadLetter, InboxStats } from '../inbox';
import { type Database, openDatabase } from './database';
import { deadLetters } from './dead-letters';
import { readFacts } from './durability';
import { bringUpToDate, refuseOldLayout } from './layout';
import { type PostgresInboxOptions, postgresSettings } from './options';
import { readStats } from './stats';
import { waker } from './wake';

/** An inbox as a tool sees it while the app works on it. */
export interface PostgresInspection {
  stats(): Promise<Omit<InboxStats, 'duplicates'>>;
  /** Oldest first; at most `limit`, default 100. */
  dead(options?: { limit?: number }): Promise<readonly DeadLetter[]>;
  /** False where there is none with this id. The app handles it within a second. */
  revive(id: string): Promise<boolean>;
  close(): Promise<void>;
}

type Where = Pick<PostgresInboxOptions, 'connection' | 'pool' | 'schema'>;

/**
 * Opens an inbox for inspection; only `revive` changes anything. Rejects when PostgreSQL is unreachable, when this schema has no
 * inbox, or when the inbox belongs to another version of this package.
 */
export async function inspectPostgresInbox(where: Where): Promise<PostgresInspection> {
  const database = await connected(where, refuseOldLayout);
  const forEver = Number.MAX_SAFE_INTEGER;
  const letters = deadLetters(database, { maxDead: forEver, deadRetentionMs: forEver });
  const wake = waker(database, () => false);
  return {
    stats: () => readStats(database),
    dead: ({ limit = 100 } = {}) => letters.list(limit),
    async revive(id) {
      const place = await letters.revive(id);
      if (place !== undefined) wake([place.share]);
      return place !== undefined;
    },
    close: () => database.end(),
  };
}

/**
 * Creates or migrates the tables of an inbox, as its `open` does; for a database user with rights that the app's user lacks.
 */
export async function migratePostgresInbox(where: Where): Promise<void> {
  const database = await connected(where, bringUpToDate);
  await database.end();
}

async function connected(where: Where, prepare: (database: Database) => Promise<void>): Promise<Database> {
  const database = openDatabase(postgresSettings(where), () => {});
  try {
    await readFacts(database);
    await prepare(database);
    return database;
  } catch (error) {
    await database.end();
    throw error;
  }
}
