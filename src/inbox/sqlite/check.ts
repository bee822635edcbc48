import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { moduleOf, type OpenDatabase, type SqliteDatabase } from './driver';
import { readPragma } from './pragma';

/** Below this size, in bytes, the check ends before a thread would have started. */
const small = 16 * 2 ** 20;

/** `require` is Node's own in the thread, even when this code is bundled. */
const inThread = `
  const { parentPort, workerData: { module, file } } = require('node:worker_threads');
  const { DatabaseSync = require(module) } = require(module);
  const database = new DatabaseSync(file);
  const [row] = database.prepare('PRAGMA quick_check(1)').all();
  database.close();
  parentPort.postMessage(Object.values(row)[0]);`;

/** Without the process's own flags, such as `--require`. The warning that `node:sqlite` is experimental was printed already. */
const execArgv = ['--disable-warning=ExperimentalWarning'];

/**
 * Reads every page of an open file once: about a second for each gigabyte. A thread reads a large one, so that the event loop
 * goes on meanwhile, unless only this thread has the driver. Throws when the file is damaged.
 */
export async function checkAside(database: SqliteDatabase, file: string, open: OpenDatabase): Promise<void> {
  const module = moduleOf(open);
  if (module === undefined || statSync(file).size < small) return check(database);
  const thread = new Worker(inThread, { eval: true, workerData: { module, file }, execArgv });
  // If the thread fails for any reason, the check runs here and reports the error.
  if ((await answerOf(thread)) !== 'ok') check(database);
}

/** The same, synchronously. */
export function check(database: SqliteDatabase): void {
  const found = readPragma(database, 'quick_check(1)');
  if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' });
}

function answerOf(thread: Worker): Promise<unknown> {
  return new Promise((resolve) => {
    thread.once('message', resolve);
    thread.once('error', () => resolve(undefined));
    thread.once('exit', () => resolve(undefined));
  });
}
