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
  readonly commit: SqliteStatement;
  readonly rollback: SqliteStatement;
}

export function openTables(database: SqliteDatabase, dedupMs: number): Tables {
  return {
    database,
    waiting: waitingTable(database),
    deadLetters: deadLetterTable(database),
    seen: seenTable(database, dedupMs),
    sequences: sequenceTable(database),
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
  };
}
