import { renameSync, rmSync } from 'node:fs';
import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { InboxFault } from '../inbox';
import type { OpenDatabase, SqliteDatabase } from './driver';
import { Damaged } from './error';
import { findFile } from './file-at';
import { saveBeside } from './save-beside';

/**
 * Salvages a file that was found damaged at the start: saves what can be read beside it, for the new file in its place to take
 * in, and keeps the damaged file. A crash in between saves it twice. Returns a report; throws when nothing can be saved, and then
 * everything stays as it was.
 */
export function salvage(file: string, open: OpenDatabase, found: Damaged): InboxFault {
  const aside = `${file}-damaged-${Date.now()}`;
  let database: SqliteDatabase | undefined;
  try {
    database = open(file);
    database.exec('PRAGMA trusted_schema=OFF');
    saveBeside(database, file, open);
  } catch (cause) {
    const why = `what can be read of it could not be saved beside it (${errorMessage(cause)})`;
    throw new Damaged(`${found.message}; ${why}`, { cause: found });
  } finally {
    database?.close();
  }
  for (const end of ['', '-wal'])
    if (findFile(`${file}${end}`) !== undefined) renameSync(`${file}${end}`, `${aside}${end}`);
  rmSync(`${file}-shm`, { force: true });
  const message = `the inbox ${file} was damaged: what could be read of it is recovered, and the damaged file is kept as ${aside}; look at the dead letters, then remove it`;
  warnOnce(message);
  return { fault: 'damaged', message, cause: found };
}
