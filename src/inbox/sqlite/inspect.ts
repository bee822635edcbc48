import { statSync } from 'node:fs';
import type { Inbox, InboxStats } from '../inbox';
import { connect } from './connect';
import { deadLetterTable } from './dead-letters';
import { findDriver, type OpenDatabase, type SqliteDatabase } from './driver';
import { OldLayout } from './layout';
import { holderOf, holdLock, type Lock } from './lock';
import { inspectionSettings, type SqliteFile } from './options';
import { usablePath } from './path';
import { waitingTable } from './waiting';

/** The file of an inbox, seen from outside. */
export interface SqliteInspection extends Pick<Inbox, 'dead' | 'revive'> {
  /** `waiting` includes what is being handled: only the process that handles it knows. */
  stats(): Promise<Pick<InboxStats, 'waiting' | 'dead' | 'oldestMs'>>;
  close(): Promise<void>;
}

/**
 * Opens the file of an inbox, also while an app works on it: to count, to list dead letters and to revive them. The app handles
 * revived ones within about a second, or when it starts. Rejects when there is no such file.
 */
export async function inspectSqliteInbox(options: SqliteFile): Promise<SqliteInspection> {
  const settings = inspectionSettings(options);
  if (statSync(settings.file, { throwIfNoEntry: false }) === undefined) {
    throw new Error(`sqliteInbox: there is no file ${settings.file}; name the file that the app gave to sqliteInbox`);
  }
  const file = usablePath(settings.file);
  const database = connectAsGuest(file, holderOf(file) ?? findDriver(settings.driver));
  const [waiting, deadLetters] = [waitingTable(database), deadLetterTable(database)];

  return {
    dead: async ({ limit = 100 } = {}) => deadLetters.list(0, limit),
    async revive(id) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const content = deadLetters.take(id);
        if (content !== undefined) waiting.add(content);
        database.exec('COMMIT');
        return content !== undefined;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    async stats() {
      const oldestAt = waiting.oldestAt();
      return {
        waiting: waiting.count(),
        dead: deadLetters.count(),
        oldestMs: oldestAt === undefined ? null : Math.max(0, Date.now() - oldestAt),
      };
    },
    close: async () => void database.close(),
  };
}

/** Migrates an older layout first when no app has the file, because otherwise nobody would before the next start. */
function connectAsGuest(file: string, open: OpenDatabase): SqliteDatabase {
  try {
    return connect(file, open, 'guest');
  } catch (error) {
    if (!(error instanceof OldLayout) || !migrateUnlessHeld(file, open)) throw error;
  }
  return connect(file, open, 'guest');
}

/** False where another process has the file. */
function migrateUnlessHeld(file: string, open: OpenDatabase): boolean {
  let lock: Lock;
  try {
    lock = holdLock(file, open);
  } catch {
    return false;
  }
  try {
    connect(file, open, 'owner').close();
  } finally {
    lock.release();
  }
  return true;
}
