import { type DeadLetterTable, deadLetterTable } from './dead-letters';
import type { SqliteDatabase, SqliteStatement } from './driver';
import { type SeenTable, seenTable } from './seen';
import { type SequenceTable, sequenceTable } from './sequences';
import { type WaitingTable, waitingTable } from './waiting';

/** One open file: its tables, and the hooks around a transaction. */
export interface Tables {
  readonly database: SqliteDatabase;
  readonly waiting: WaitingTable;
  readonly deadLetters: DeadLetterTable;
  readonly seen: SeenTable;
  readonly sequences: SequenceTable;
  readonly begin: SqliteStatement;
  /** Writes the changes that the tables have gathered in this transaction; called before its COMMIT. */
  complete(): void;
  readonly commit: SqliteStatement;
  readonly rollback: SqliteStatement;
  /** After the COMMIT. */
  settle(): void;
  /** Discards the gathered changes, because the transaction has failed. */
  undo(): void;
}

export function openTables(database: SqliteDatabase, dedupMs: number): Tables {
  const [waiting, seen] = [waitingTable(database), seenTable(database, dedupMs)];
  return {
    database,
    waiting,
    deadLetters: deadLetterTable(database),
    seen,
    sequences: sequenceTable(database),
    begin: database.prepare('BEGIN IMMEDIATE'),
    complete() {
      waiting.begun.write();
      seen.write();
    },
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
    settle: seen.settle,
    undo() {
      waiting.begun.forget();
      seen.forget();
    },
  };
}
