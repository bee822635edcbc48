import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];
afterAll(() => {
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
