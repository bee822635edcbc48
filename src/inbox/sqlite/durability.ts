import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { InboxStatus } from '../inbox';
import type { SqliteDatabase } from './driver';
import { readPragma } from './pragma';

/** File systems in memory (statfs(2)): tmpfs and ramfs. */
const inMemory = [0x01021994, 0x858458f6];

/** What the open file promises: read back from the database, which may ignore a setting. */
export function statusIn(database: SqliteDatabase, file: string): InboxStatus {
  if (process.platform === 'linux' && inMemory.includes(statfsSync(dirname(file)).type)) {
    const note = `the inbox ${file} is on a file system in memory; put it on a disk, for it to survive a power cut`;
    return { durability: 'process-crash', notes: [note] };
  }
  // 2 is FULL, 3 is EXTRA: in WAL mode only these wait for the disk at a COMMIT (https://sqlite.org/pragma.html).
  if (Number(readPragma(database, 'synchronous')) >= 2) return { durability: 'power-loss', notes: [] };
  const note = `the inbox ${file} does not wait for the disk; use a driver that keeps PRAGMA synchronous=FULL`;
  return { durability: 'process-crash', notes: [note] };
}
