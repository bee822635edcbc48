import type { DeadLetter, InboxStats } from '../inbox';
import { type Database, openDatabase } from './database';
import { deadLetters } from './dead-letters';
import { readFacts } from './durability';
import { bringUpToDate, refuseOldLayout } from './layout';
import { type PostgresInboxOptions, postgresSettings } from './options';
import { readStats } from './stats';
import { waker } from './wake';

/** An inbox as it is looked at beside the app that works on it. */
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
 * Looks into an inbox, and changes nothing but what is revived. Rejects where PostgreSQL is away, there is no inbox in this schema,
 * or one of another version of this package.
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

/** Makes the tables of an inbox, or brings them up to date, as its `open` does; for a user who has the rights that the app's lacks. */
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
