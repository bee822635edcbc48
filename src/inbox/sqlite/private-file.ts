import { closeSync, openSync } from 'node:fs';

/**
 * Creates the file and its lock, when missing, for this user only: they hold private messages, and SQLite would use the umask.
 * SQLite gives `-wal` and `-shm` the mode of the file. An existing file keeps its mode.
 */
export function makePrivate(file: string): void {
  for (const path of [file, `${file}-lock`]) make(path);
}

/** Never opens an existing file: closing it would release the locks that this process has on it (howtocorrupt.html, 2.2). */
function make(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // When it cannot be created, SQLite reports that next, with the file.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
  }
}
