import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import { connect } from './connect';
import type { OpenDatabase, SqliteDatabase } from './driver';
import { holdLock } from './lock';
import { remove, savedFiles } from './save-beside';

interface Counts {
  readonly waiting: number;
  readonly dead: number;
}

const countSaved = 'SELECT (SELECT count(*) FROM saved.waiting) AS waiting, (SELECT count(*) FROM saved.dead) AS dead';

/**
 * Imports what an earlier process saved when its file was lost, each delivery at the end of its lane, and removes the saved file.
 * A crash in between imports it twice. A saved file that cannot be imported now stays, e.g. while the process that saved it still
 * works on it.
 */
export function takeInSaved(database: SqliteDatabase, file: string, open: OpenDatabase): void {
  for (const saved of savedFiles(file)) {
    try {
      const { waiting, dead } = takeIn(database, saved, open);
      const what = `${waiting} deliveries and ${dead} dead letters`;
      warnOnce(`the inbox ${file} has taken in ${what} from ${saved}, saved when the file before it was lost`);
    } catch (error) {
      warnOnce(`the inbox ${file} could not take in ${saved}: ${errorMessage(error)}`);
    }
  }
}

function takeIn(database: SqliteDatabase, saved: string, open: OpenDatabase): Counts {
  let counts: Counts;
  const lock = holdLock(saved, open);
  try {
    const other = connect(saved, open, 'owner'); // checks it, and migrates its layout
    other.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    other.close();
    database.prepare('ATTACH ? AS saved').run(saved);
    try {
      [counts] = database.prepare(countSaved).all() as [Counts]; // the columns of the statement
      move(database);
    } finally {
      database.exec('DETACH saved');
    }
  } finally {
    lock.release();
  }
  remove(saved);
  return counts;
}

/** Rows get new ids, above all earlier ones, because a higher id must mean later. */
function move(database: SqliteDatabase): void {
  const highest = "SELECT coalesce(max(seq), 0) AS id FROM sqlite_sequence WHERE name = 'waiting'";
  const { id } = database.prepare(highest).all()[0] as { id: number }; // the column of the statement
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(`
      INSERT INTO waiting (id, accepted_at, lane, aside, attempts, first_failed_at, due_at, delay_ms)
        SELECT id + ${id}, accepted_at, lane, aside, attempts, first_failed_at, due_at, delay_ms FROM saved.waiting;
      INSERT INTO content (id, head, body) SELECT id + ${id}, head, body FROM saved.content;
      INSERT INTO dead (buried_at, attempts, error, lane, head, body)
        SELECT buried_at, attempts, error, lane, head, body FROM saved.dead ORDER BY id;
      INSERT OR IGNORE INTO seen (hash, until) SELECT hash, until FROM saved.seen;
      INSERT INTO seen_batch (until, hashes) SELECT until, hashes FROM saved.seen_batch;
      INSERT OR IGNORE INTO sequence (conversation, state, due_at) SELECT conversation, state, due_at FROM saved.sequence;
      COMMIT`);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
