import { renameSync, rmSync } from 'node:fs';
import { errorMessage } from '../error-message';
import { connect } from './connect';
import type { OpenDatabase, SqliteDatabase } from './driver';
import type { Loss } from './file-watch';
import { emptyLog } from './housekeeping';
import { holdLock, type Lock } from './lock';
import { saveBeside } from './save-beside';

export interface LostFile {
  /** The database that was open; closed when it could be saved. */
  database: SqliteDatabase;
  file: string;
  open: OpenDatabase;
  loss: Loss;
}

/** The result of saving a lost file. */
export interface Left {
  /** The reason why nothing more is accepted. */
  error: Error;
  /** The saved deliveries, open for handling; undefined when work continues on the lost file. */
  database: SqliteDatabase | undefined;
  release(): void;
}

/**
 * Saves what can be read of a file that was lost under the open inbox, and continues with that. The next start uses the file at
 * the path, so our own old file must not stay there: it is behind what was saved.
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
    const error = new Error(`${sentence}, ${where}; restart the app, which takes in the rest`);
    return { error, database: left, release: lock.release };
  } catch (cause) {
    lock?.release();
    const where = `what was waiting could not be saved (${errorMessage(cause)}), and saving is retried`;
    const error = new Error(`${sentence}, and ${where}: it is handled as far as it can be read`, { cause });
    return { error, database: undefined, release() {} };
  }
}

/** SQLite would read a log that outlives its file as the log of the next file. */
function putAside(path: string, file: string): void {
  try {
    if (path === file) renameSync(file, `${file}-lost-${Date.now()}`);
    else rmSync(path, { force: true });
  } catch {
    // If it stays, the saved deliveries are handled twice.
  }
}

/** Closing normally checkpoints the log; libsql delays that until its statements are collected, so it is done here. */
function closeQuietly(database: SqliteDatabase): void {
  try {
    emptyLog(database);
    database.close();
  } catch {
    // The checkpoint failed, e.g. because the file was truncated: everything readable is saved already.
  }
}
