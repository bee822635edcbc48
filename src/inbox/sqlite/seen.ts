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
  /** Called after the COMMIT. */
  settle(): void;
  /** Discards the keys of this transaction, which has failed. */
  forget(): void;
  /** Removes a portion of the expired keys from the file. */
  expire(): void;
}

/** The most keys in memory, which take 24 to 48 MB. Beyond that, the oldest are in a table that is looked up for each key. */
const mostInMemory = 1_000_000;
const portion = 500;
/** How many expired keys each transaction that stores keys removes, so that the table does not grow without limit. */
const some = 4;

/** The keys of one transaction: one row, and one part of the ring. */
interface Batch {
  readonly id: number;
  readonly count: number;
  /** By the monotonic clock, in milliseconds: nobody can set that one. */
  readonly until: number;
}

interface Row {
  readonly id: number;
  readonly until: number;
  readonly hashes: Uint8Array | ArrayBuffer;
}

/** Keeps keys in memory, because most are new: the file is read when it is opened, and not looked up later. */
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
  /** Of this transaction: new keys, and batches to remove from memory. */
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

  /** Moves the oldest batches to the archive; they stay in memory until the COMMIT. */
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
      // Half of the digest, and not the key: keys may be long, and contain user IDs.
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
