import type { SequenceStore } from '../inbox';
import { maxSequences } from '../store-options';
import type { SqliteDatabase } from './driver';

export interface SequenceTable extends SequenceStore {
  /** Removes those beyond the most that are kept, the quietest conversations first; a change within a transaction. */
  trim(): void;
}

type Write = <T>(change: () => T) => Promise<T>;

/** What `onGap` remembers. A sequence gets a new id whenever it is replaced, so the lowest is the one that was quiet for longest. */
export function sequenceTable(database: SqliteDatabase, write: Write): SequenceTable {
  const read = database.prepare('SELECT state FROM sequence WHERE conversation = ?');
  const remove = database.prepare('DELETE FROM sequence WHERE conversation = ? AND state = ?');
  const insert = database.prepare(
    'INSERT INTO sequence (conversation, state, due_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const due = database.prepare('SELECT conversation, state FROM sequence WHERE due_at <= ? ORDER BY due_at LIMIT ?');
  const count = database.prepare('SELECT count(*) AS n FROM sequence');
  const trim = database.prepare('DELETE FROM sequence WHERE id IN (SELECT id FROM sequence ORDER BY id LIMIT ?)');
  const surplus = () => (count.get() as { n: number }).n - maxSequences; // the column of the statement

  function replace(conversation: string, from: string | undefined, to: string, dueAt: number | undefined): boolean {
    if (from !== undefined && remove.run(conversation, from).changes < 1) return false;
    return insert.run(conversation, to, dueAt ?? null).changes > 0;
  }

  return {
    read: async (conversation) => (read.get(conversation) as { state: string } | undefined)?.state,
    replace: (conversation, from, to, dueAt) => write(() => replace(conversation, from, to, dueAt)),
    async due(now, limit) {
      const rows = due.all(now, limit) as { conversation: string; state: string }[]; // the columns of the statement
      return rows.map(({ conversation, state }) => ({ conversation, state })); // without what a driver adds
    },
    trim: () => void trim.run(Math.max(0, surplus())),
  };
}
