import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorMessage } from '../error-message';
import { findFile } from './file-at';

/**
 * The file's real path, so that a symbolic link leads to the same lock. Throws with a clear message when there can be no
 * database: SQLite says "unable to open database file" in every case.
 */
export function usablePath(file: string): string {
  const folder = dirname(file);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new Error(`sqliteInbox: the folder of ${file} is missing; make it: mkdir -p ${folder}`);
  if (!stats.isDirectory()) throw new Error(`sqliteInbox: ${folder} is not a folder, so ${file} cannot be in it`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    throw new Error(`sqliteInbox: ${file} is a folder; name a file in it, e.g. ${join(file, 'inbox.db')}`);
  }
  const path = found === undefined ? join(realpathSync(folder), basename(file)) : realpathSync(file);
  refuseUnwritable(dirname(path));
  // SQLite opens a read-only file without an error, and such a lock keeps nobody out.
  for (const end of ['', '-lock', '-wal', '-shm'])
    if (findFile(`${path}${end}`) !== undefined) refuseUnwritable(`${path}${end}`);
  return path;
}

function refuseUnwritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Error(
      `sqliteInbox: ${path} is read-only for this process; give it the right to write there (${errorMessage(error)})`,
      { cause: error },
    );
  }
}
