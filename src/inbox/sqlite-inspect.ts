import { statSync } from 'node:fs';
import type { Inbox, InboxStats } from './inbox';
import { connect } from './sqlite-connect';
import { deadTable } from './sqlite-dead';
import { findDriver } from './sqlite-driver';
import { holderOf } from './sqlite-lock';
import { inspectionSettings, type SqliteFile } from './sqlite-options';
import { usablePath } from './sqlite-path';
import { waitingTable } from './sqlite-waiting';

/** The file of an inbox, looked at from outside. */
export interface SqliteInspection extends Pick<Inbox, 'dead' | 'revive'> {
  /** What is being handled is among `waiting`: only the process that handles it knows. */
  stats(): Promise<Pick<InboxStats, 'waiting' | 'dead' | 'oldestMs'>>;
  close(): Promise<void>;
}

/**
 * Opens the file of an inbox beside the process that works on it, or while none does: to count, to list dead letters and to
 * revive them. Revived ones are handled within about a second, or when the app is started. Rejects where there is no such file.
 */
export async function inspectSqliteInbox(options: SqliteFile): Promise<SqliteInspection> {
  const settings = inspectionSettings(options);
  if (statSync(settings.file, { throwIfNoEntry: false }) === undefined) {
    throw new Error(`sqliteInbox: there is no file ${settings.file}; name the file that the app gave to sqliteInbox`);
  }
  const file = usablePath(settings.file);
  const database = connect(file, holderOf(file) ?? findDriver(settings.driver), 'guest');
  const [waiting, dead] = [waitingTable(database), deadTable(database)];

  return {
    dead: async ({ limit = 100 } = {}) => dead.list(0, limit),
    async revive(id) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const revived = dead.revive(id);
        database.exec('COMMIT');
        return revived;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    async stats() {
      const oldestAt = waiting.oldestAt();
      return {
        waiting: waiting.count(),
        dead: dead.count(),
        oldestMs: oldestAt === undefined ? null : Math.max(0, Date.now() - oldestAt),
      };
    },
    close: async () => void database.close(),
  };
}
