import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { connect } from './connect';
import { type Blob, bytesOf } from './content';
import type { OpenDatabase, SqliteDatabase } from './driver';
import { makePrivate } from './private-file';

const columns: Readonly<Record<string, readonly string[]>> = {
  waiting: ['id', 'accepted_at', 'lane', 'aside', 'attempts', 'first_failed_at', 'due_at', 'delay_ms'],
  content: ['id', 'head', 'body'],
  dead: ['id', 'buried_at', 'attempts', 'error', 'lane', 'head', 'body'],
};

/** The files that go with a database. */
export const companions = ['-wal', '-shm', '-lock'];

/**
 * Saves what an open database still has into a new file beside the one that was lost, and says where: all of it, ids included, or
 * where that is not possible row by row what can be read. Throws where there is no room for it.
 */
export function saveBeside(database: SqliteDatabase, file: string, open: OpenDatabase): string {
  const saved = `${file}-saved-${Date.now()}`;
  try {
    makePrivate(saved);
    database.prepare('VACUUM INTO ?').run(saved);
    toDisk(saved);
  } catch {
    remove(saved);
    makePrivate(saved);
    saveRows(database, connect(saved, open, 'owner'));
  }
  return saved;
}

/** What an earlier process has saved, oldest first. */
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

/** Row by row: one that cannot be read is gone, and those after it are tried all the same. */
function saveRows(from: SqliteDatabase, to: SqliteDatabase): void {
  try {
    to.exec('BEGIN IMMEDIATE');
    for (const table of ['waiting', 'content', 'dead']) {
      for (const id of idsIn(from, table)) copyRow(from, to, table, id);
    }
    to.exec('DELETE FROM waiting WHERE id NOT IN (SELECT id FROM content); COMMIT');
  } finally {
    to.close();
  }
}

/** As many as can be read. */
function idsIn(database: SqliteDatabase, table: string): number[] {
  const ids: number[] = [];
  try {
    const next = database.prepare(`SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT 1`);
    for (;;) {
      const row = next.all(ids.at(-1) ?? 0)[0] as { id: number } | undefined; // the column of the statement
      if (row === undefined) return ids;
      ids.push(row.id);
    }
  } catch {
    return ids; // from here on the table itself is damaged
  }
}

function copyRow(from: SqliteDatabase, to: SqliteDatabase, table: string, id: number): void {
  try {
    // The columns of all tables are of these types.
    const row = from.prepare(`SELECT * FROM ${table} WHERE id = ?`).all(id)[0] as Record<
      string,
      string | number | null | Blob
    >;
    const names = columns[table] ?? [];
    const values = names.map((name) => row[name] ?? null).map((value) => (isBlob(value) ? bytesOf(value) : value));
    to.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`).run(...values);
  } catch {
    // This one is lost.
  }
}

function isBlob(value: string | number | null | Blob): value is Blob {
  return typeof value === 'object' && value !== null;
}
