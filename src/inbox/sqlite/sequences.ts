import { maxSequences } from '../store-options';
import type { SqliteDatabase } from './driver';

/** The sequence state for `onGap`. The caller runs changes within a transaction. */
export interface SequenceTable {
  read(conversation: string): string | undefined;
  /** Returns false and changes nothing when the state is not `from`. */
  replace(conversation: string, from: string | undefined, to: string, dueAt: number | undefined): boolean;
  /** The sequences due by `now`, or after `latest`, in this order. */
  due(now: number, limit: number, latest: number): { conversation: string; state: string }[];
  /** Removes those above the limit, the quietest conversations first. */
  trim(): void;
}

/** A sequence gets a new id whenever it is replaced, so the lowest id has been quiet for longest. */
export function sequenceTable(database: SqliteDatabase): SequenceTable {
  const read = database.prepare('SELECT state FROM sequence WHERE conversation = ?');
  const remove = database.prepare('DELETE FROM sequence WHERE conversation = ? AND state = ?');
  const insert = database.prepare(
    'INSERT INTO sequence (conversation, state, due_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const due = database.prepare(
    'SELECT conversation, state FROM sequence WHERE due_at <= ? OR due_at > ? ORDER BY due_at LIMIT ?',
  );
  const count = database.prepare('SELECT count(*) AS n FROM sequence');
  const trim = database.prepare('DELETE FROM sequence WHERE id IN (SELECT id FROM sequence ORDER BY id LIMIT ?)');
  const surplus = () => (count.all()[0] as { n: number }).n - maxSequences; // the column of the statement

  return {
    read: (conversation) => (read.all(conversation)[0] as { state: string } | undefined)?.state,
    replace(conversation, from, to, dueAt) {
      if (from !== undefined && remove.run(conversation, from).changes < 1) return false;
      return insert.run(conversation, to, dueAt ?? null).changes > 0;
    },
    due(now, limit, latest) {
      const rows = due.all(now, latest, limit) as { conversation: string; state: string }[]; // the columns of the statement
      return rows.map(({ conversation, state }) => ({ conversation, state })); // without the properties that a driver adds
    },
    trim: () => void trim.run(Math.max(0, surplus())),
  };
}
