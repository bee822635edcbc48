import { renameSync, rmSync } from 'node:fs';
import { errorMessage } from '../error-message';
import { connect } from './connect';
import type { OpenDatabase, SqliteDatabase } from './driver';
import type { Loss } from './file-watch';
import { emptyLog } from './housekeeping';
import { holdLock, type Lock } from './lock';
import { saveBeside } from './save-beside';

export interface LostFile {
  /** The database that was open; closed where it could be saved. */
  database: SqliteDatabase;
  file: string;
  open: OpenDatabase;
  loss: Loss;
}

/** What is left of a file that was lost. */
export interface Left {
  /** What nothing more is accepted for. */
  error: Error;
  /** The saved deliveries, open to be handled on; undefined where they are still those of the lost file. */
  database: SqliteDatabase | undefined;
  release(): void;
}

/**
 * Saves what can be read of a file that was lost under the open inbox, and goes on with that. What stands at the path is for the next
 * start: of our own file there, which is behind what was saved by now, it must find nothing.
 */
export function loseFile({ database, file, open, loss }: LostFile): Left {
  const sentence = `the file of the inbox ${file} was lost while it was open: ${loss.what}; nothing more is accepted`;
  let lock: Lock | undefined;
  try {
    const saved = saveBeside(database, file, open);
    lock = holdLock(saved, open);
    const left = connect(saved, open, 'owner');
    closeQuietly(database);
    for (const path of loss.ours()) putAside(path, file);
    const where = `what was waiting is saved in ${saved} and handled from there`;
    const error = new Error(`${sentence}, ${where}; restart the app, which takes the rest in`);
    return { error, database: left, release: lock.release };
  } catch (cause) {
    lock?.release();
    const where = `what was waiting could not be saved (${errorMessage(cause)}), which is tried again`;
    const error = new Error(`${sentence}, and ${where}: it is handled as far as it can be read`, { cause });
    return { error, database: undefined, release() {} };
  }
}

/** A log that outlives its file would be taken for that of the next one. */
function putAside(path: string, file: string): void {
  try {
    if (path === file) renameSync(file, `${file}-lost-${Date.now()}`);
    else rmSync(path, { force: true });
  } catch {
    // Where it stays, what was saved is handled twice.
  }
}

/** Closing takes the log in as a rule; libsql puts that off until its statements are garbage, so it is done here. */
function closeQuietly(database: SqliteDatabase): void {
  try {
    emptyLog(database);
    database.close();
  } catch {
    // The log could not be taken in, as of a file that was cut short: all that could be read of it is saved.
  }
}
