import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { moduleOf, type OpenDatabase, type SqliteDatabase } from './driver';
import { readPragma } from './pragma';

/** A smaller file is checked before a thread would have begun to, in bytes. */
const small = 16 * 2 ** 20;

/** `require` is Node's own there, also where this was bundled. */
const inThread = `
  const { parentPort, workerData: { module, file } } = require('node:worker_threads');
  const { DatabaseSync = require(module) } = require(module);
  const database = new DatabaseSync(file);
  const [row] = database.prepare('PRAGMA quick_check(1)').all();
  database.close();
  parentPort.postMessage(Object.values(row)[0]);`;

/** Not what the process was started with, as to load something first. That `node:sqlite` is experimental was said already. */
const execArgv = ['--disable-warning=ExperimentalWarning'];

/**
 * Reads every page of an open file once: about a second for each gigabyte. A large one is read by a thread of its own, so that the
 * event loop goes on meanwhile; by a driver that only this thread has, it is not. Throws where it is damaged.
 */
export async function checkAside(database: SqliteDatabase, file: string, open: OpenDatabase): Promise<void> {
  const module = moduleOf(open);
  if (module === undefined || statSync(file).size < small) return check(database);
  const thread = new Worker(inThread, { eval: true, workerData: { module, file }, execArgv });
  // What a thread could not do for whatever reason is done here, which also says why.
  if ((await answerOf(thread)) !== 'ok') check(database);
}

/** The same at once. */
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
