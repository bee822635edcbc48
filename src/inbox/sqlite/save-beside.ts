import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { connect } from './connect';
import type { OpenDatabase, SqliteDatabase } from './driver';
import { makePrivate } from './private-file';
import { saveRows } from './save-rows';

/** The files that go with a database. */
export const companions = ['-wal', '-shm', '-lock'];

/**
 * Saves an open database into a new file beside the lost one, and returns its path: everything, ids included, or else the
 * readable rows one by one. Throws when there is no room for it.
 */
export function saveBeside(database: SqliteDatabase, file: string, open: OpenDatabase): string {
  const saved = `${file}-saved-${Date.now()}`;
  try {
    makePrivate(saved);
    database.prepare('VACUUM INTO ?').run(saved);
    toDisk(saved);
  } catch {
    remove(saved);
    saveInto(saved, database, open);
  }
  return saved;
}

/** A partial copy must not be taken for a complete one. */
function saveInto(saved: string, database: SqliteDatabase, open: OpenDatabase): void {
  let to: SqliteDatabase | undefined;
  try {
    makePrivate(saved);
    to = connect(saved, open, 'owner');
    saveRows(database, to);
    to.close();
  } catch (error) {
    to?.close();
    remove(saved);
    throw error;
  }
}

/** The files that earlier processes saved, oldest first. */
export function savedFiles(file: string): string[] {
  const [folder, name] = [dirname(file), basename(file)];
  const isSaved = (found: string) => found.startsWith(`${name}-saved-`) && /-saved-\d+$/.test(found);
  return readdirSync(folder)
    .filter(isSaved)
    .sort()
    .map((found) => join(folder, found));
}

export function remove(file: string): void {
  for (const path of [file, ...companions.map((end) => `${file}${end}`)]) rmSync(path, { force: true });
}

/** VACUUM INTO does not wait for the disk (https://sqlite.org/lang_vacuum.html). */
function toDisk(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
