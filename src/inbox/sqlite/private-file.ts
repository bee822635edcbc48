import { closeSync, openSync } from 'node:fs';

/**
 * Makes the file and its lock, where they are missing, for this user alone: they hold what people wrote to each other, and SQLite
 * itself goes by the umask. It gives `-wal` and `-shm` the mode of the file. One that is there keeps the mode it was given.
 */
export function makePrivate(file: string): void {
  for (const path of [file, `${file}-lock`]) make(path);
}

/** Never opens a file that is there: to close it would let go of the locks that this process has on it (howtocorrupt.html, 2.2). */
function make(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // Where it cannot be made at all, SQLite says so next, and which file it is.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
  }
}
