import { errorMessage } from '../error-message';

/** The primary result codes that this package distinguishes (https://sqlite.org/rescode.html). */
const names = {
  5: 'BUSY',
  8: 'READONLY',
  10: 'IOERR',
  11: 'CORRUPT',
  13: 'FULL',
  14: 'CANTOPEN',
  26: 'NOTADB',
} as const;

export type SqliteErrorKind = (typeof names)[keyof typeof names];

/** The fault that SQLite reports, whichever driver threw it; undefined for any other error. */
export function kindOfError(error: unknown): SqliteErrorKind | undefined {
  const { code, errcode, message } = error as { code?: unknown; errcode?: unknown; message?: unknown };
  // node:sqlite has the number, with the extended code in its upper bytes.
  if (typeof errcode === 'number') return names[(errcode & 0xff) as keyof typeof names];
  // better-sqlite3 and libsql have the name, e.g. SQLITE_IOERR_FSYNC.
  const byName = Object.values(names).find((name) => typeof code === 'string' && code.startsWith(`SQLITE_${name}`));
  if (byName !== undefined) return byName;
  // libsql 0.5 has no code where a file cannot be opened: `Unable to open connection to local database /x: 14`.
  const [, number] = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(String(message)) ?? [];
  return names[Number(number) as keyof typeof names];
}

/** Its message already says which file cannot be used, why, and what to do. */
export class Unusable extends Error {}

/** The file is an inbox, but not all of it can be read. */
export class Damaged extends Unusable {}

/** Why a file could not be opened, with what to do about it. */
export function openError(file: string, error: unknown): Error {
  if (error instanceof Unusable) return error;
  const Kind = kindOfError(error) === 'CORRUPT' ? Damaged : Error;
  return new Kind(`sqliteInbox: ${file} ${remedyFor(error)}`, { cause: error });
}

/** Why nothing can be stored in an open file, and what to do; the same error when that is unknown. */
export function storeError(file: string, error: unknown): unknown {
  const sentence = sentenceFor(file, error);
  return sentence === undefined ? error : new Error(sentence, { cause: error });
}

function sentenceFor(file: string, error: unknown): string | undefined {
  switch (kindOfError(error)) {
    case 'FULL':
      return 'the inbox is full: its disk is, or its file has reached maxBytes';
    case 'CORRUPT':
    case 'NOTADB':
      return `the inbox ${file} is damaged; restart the app, which recovers what can be read of it (${errorMessage(error)})`;
    case 'READONLY':
    case 'CANTOPEN':
    case 'IOERR':
      return `the inbox ${file} cannot be written; check that its disk works and is not read-only (${errorMessage(error)})`;
    case 'BUSY':
      return `the inbox ${file} is locked by another program; close the program that has it open for writing (${errorMessage(error)})`;
    default:
      return undefined;
  }
}

function remedyFor(error: unknown): string {
  switch (kindOfError(error)) {
    case 'NOTADB':
      return 'is not a SQLite database; name another file, or move it away';
    case 'CORRUPT':
      return 'is damaged; move it away together with its -wal file, or restore a copy (https://sqlite.org/recovery.html)';
    case 'FULL':
      return 'cannot be opened, because its disk is full or maxBytes is reached; make room, or raise maxBytes';
    case 'READONLY':
    case 'CANTOPEN':
      return `cannot be opened for writing; give this process the right to write the file and its folder (${errorMessage(error)})`;
    case 'BUSY':
      return 'is locked by another program; close the program that has it open for writing';
    default:
      return `could not be opened: ${errorMessage(error)}`;
  }
}
