/**
 * An error of PostgreSQL or of the connection, with its code (SQLSTATE, or Node's). The message holds nothing of what was sent.
 */
export class PostgresError extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** What to do about it, by SQLSTATE (PostgreSQL docs, appendix A). */
const remedies: Readonly<Record<string, string>> = {
  '3F000': 'the schema of the inbox is gone',
  '42P01': 'a table of the inbox is gone',
  '42501':
    'the user lacks a right; see the list in docs/postgres.md, or run im-callbacks inbox migrate as one who has it',
  '25006': 'it is a standby, and takes no changes; connect to the primary, or name all hosts',
  '28P01': 'the password is wrong',
  '28000': 'this user may not connect',
  '3D000': 'there is no such database',
  '53100': 'its disk is full',
  '53300': 'it has no connection left; lower the connections of its clients, or raise max_connections',
  '57P01': 'it is being stopped',
  '57P02': 'it has crashed, and starts again',
  '57P03': 'it is starting',
};

/** pg adds values of the row to an error (`detail`, `where`), and those are parts of messages. */
export function postgresError(error: unknown): PostgresError {
  if (error instanceof PostgresError) return error;
  const { message = 'unknown', code } = (error ?? {}) as { message?: string; code?: unknown };
  if (typeof code !== 'string') return new PostgresError(`PostgreSQL cannot be reached: ${message}`, undefined);
  if (!/^[0-9A-Z]{5}$/.test(code)) return new PostgresError(`PostgreSQL cannot be reached: ${message}`, code);
  const remedy = remedies[code];
  return new PostgresError(`PostgreSQL says: ${message}${remedy === undefined ? '' : ` (${remedy})`}`, code);
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** True when the tables are gone. */
export const isLost = (error: unknown): boolean => ['3F000', '42P01'].includes(String(codeOf(error)));

/** True when two transactions conflicted and one of them must be retried. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(String(codeOf(error)));

/** True when one value cannot be stored or is too large; the other values of its statement can be stored. */
export const isAboutValue = (error: unknown): boolean => /^(?:22|54)/.test(String(codeOf(error)));

/** True when the server is read-only: another connection may reach another server. */
export const isReadOnly = (error: unknown): boolean => codeOf(error) === '25006';
