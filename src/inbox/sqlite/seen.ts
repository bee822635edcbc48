import { hash } from 'node:crypto';
import { Fifo } from '../fifo';
import { bytesOf } from './content';
import { digestBytes, digestRing } from './digest-ring';
import type { SqliteDatabase } from './driver';
import { seenArchive } from './seen-archive';

/** The recently accepted keys. The caller runs changes within a transaction. */
export interface SeenTable {
  /** Remembers a key for `dedupMs` from now; false when it is remembered already. */
  isFirst(key: string): boolean;
  /** Writes the keys of this transaction; before its COMMIT. */
  write(): void;
  /** It was committed. */
  settle(): void;
  /** It came to nothing. */
  forget(): void;
  /** Removes a portion of what is out of date from the file. */
  expire(): void;
}

/** Most keys that are known in memory, 24 to 48 MB of them. Beyond, the oldest stand in a table that is looked up for each key. */
const mostInMemory = 1_000_000;
const portion = 500;
/** For each transaction that stores keys, so many that are out of date go, so that the table never outgrows its purpose. */
const some = 4;

/** The keys of one transaction: one row, and one part of the ring. */
interface Batch {
  readonly id: number;
  readonly count: number;
  /** By the monotonic clock, in milliseconds: whatever is done to the other one. */
  readonly until: number;
}

interface Row {
  readonly id: number;
  readonly until: number;
  readonly hashes: Uint8Array | ArrayBuffer;
}

/** Known in memory, since most keys are new: what is on the disk is read when the file is opened, and never looked up. */
export function seenTable(database: SqliteDatabase, dedupMs: number, most = mostInMemory): SeenTable {
  const insert = database.prepare('INSERT INTO seen_batch (until, hashes) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM seen_batch WHERE id = ?');
  const expire = database.prepare(
    'DELETE FROM seen_batch WHERE id IN (SELECT id FROM seen_batch WHERE until <= ? ORDER BY until LIMIT ?)',
  );
  const shorten = database.prepare(
    'UPDATE seen_batch SET until = ? WHERE id IN (SELECT id FROM seen_batch WHERE until > ? ORDER BY until DESC LIMIT ?)',
  );
  const archive = seenArchive(database, dedupMs);
  const ring = digestRing();
  const batches = new Fifo<Batch>();
  /** Of this transaction: keys that came, and batches that are no longer to be known in memory. */
  let [added, archived] = [0, 0];
  let written: Batch | undefined;

  load();

  function load(): void {
    const now = Date.now();
    const rows = database
      .prepare('SELECT id, until, hashes FROM seen_batch WHERE until > ? ORDER BY until, id')
      .all(now);
    for (const { id, until, hashes } of rows as Row[]) {
      const bytes = Buffer.from(bytesOf(hashes));
      const before = ring.size;
      for (let at = 0; at + digestBytes <= bytes.length; at += digestBytes)
        if (!ring.has(bytes, at)) ring.push(bytes, at);
      // A clock that was set back must not make a key be remembered for longer than a new one.
      batches.push({ id, count: ring.size - before, until: performance.now() + Math.min(until - now, dedupMs) });
    }
  }

  function forgetOld(): void {
    const now = performance.now();
    for (let oldest = batches.first; oldest !== undefined && oldest.until <= now; oldest = batches.first) {
      ring.dropOldest(oldest.count);
      batches.shift();
    }
  }

  /** Moves the oldest batches to the archive; they are known in memory until that is committed. */
  function archiveOldest(): void {
    let moved = 0;
    for (let oldest = batches.first; oldest !== undefined; oldest = batches.at(archived)) {
      if (ring.size - moved <= most || moved >= 2 * added) return;
      archive.add(ring.slice(moved, oldest.count), Date.now() + oldest.until - performance.now());
      remove.run(oldest.id);
      moved += oldest.count;
      archived += 1;
    }
  }

  return {
    isFirst(key) {
      if (dedupMs === 0) return true;
      forgetOld();
      // Half of it: keys may be long, and hold names of users.
      const digest = hash('sha256', key, 'buffer');
      if (ring.has(digest, 0) || archive.has(digest.subarray(0, digestBytes))) return false;
      ring.push(digest, 0);
      added += 1;
      return true;
    },
    write() {
      if (added === 0) return;
      const now = Date.now();
      expire.run(now, some);
      const { lastInsertRowid } = insert.run(now + dedupMs, ring.slice(ring.size - added, added));
      written = { id: Number(lastInsertRowid), count: added, until: performance.now() + dedupMs };
      archiveOldest();
    },
    settle() {
      if (written !== undefined) batches.push(written);
      for (; archived > 0; archived--) ring.dropOldest(batches.shift()?.count ?? 0);
      [added, written] = [0, undefined];
    },
    forget() {
      ring.dropNewest(added);
      [added, archived, written] = [0, 0, undefined];
    },
    expire() {
      const now = Date.now();
      shorten.run(now + dedupMs, now + dedupMs, portion);
      expire.run(now, portion);
      archive.expire(portion);
    },
  };
}
