import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDriver, type SqliteDatabase } from '../../../../src/inbox/sqlite/driver';

const folders: string[] = [];
const mounted: string[] = [];
afterAll(() => {
  for (const folder of mounted) spawnSync('umount', ['-l', folder]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, removed after the tests of the file. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-sqlite-'));
  folders.push(folder);
  return folder;
}

/** A file that is not there yet, in a folder of its own. */
export function freshFile(): string {
  return join(freshFolder(), 'inbox.db');
}

/** A file system in memory of this size, mounted until the tests of the file are over; undefined where that is not allowed. */
export function freshMount(size: string): string | undefined {
  const folder = freshFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  mounted.push(folder);
  return folder;
}

/** The file as any SQLite program sees it; by the inbox's own driver, since two in one process do not see each other's locks. */
export function plain(file: string): SqliteDatabase {
  return findDriver(undefined)(file);
}

/** A driver whose COMMIT can be made to fail; it counts those that did not, those of them that waited for the disk, and what ran. */
export function breakable() {
  const state = { broken: undefined as Error | undefined, commits: 0, syncs: 0, ran: [] as string[] };
  const driver = (file: string): SqliteDatabase => {
    const database = plain(file);
    let isSynced = true;
    function commit(): void {
      if (state.broken !== undefined) throw state.broken;
      state.commits += 1;
      if (isSynced) state.syncs += 1;
    }
    return {
      exec(sql) {
        isSynced =
          /synchronous=(\w+)/.exec(sql)?.[1] === 'NORMAL' ? false : isSynced || sql.includes('synchronous=FULL');
        return database.exec(sql);
      },
      close: () => database.close(),
      prepare(sql) {
        const statement = database.prepare(sql);
        return {
          all(...values) {
            state.ran.push(sql);
            return statement.all(...values);
          },
          run(...values) {
            state.ran.push(sql);
            if (sql === 'COMMIT') commit();
            return statement.run(...values);
          },
        };
      },
    };
  };
  return Object.assign(state, { driver });
}
