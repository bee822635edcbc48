export type { DriverName, OpenDatabase, SqliteDatabase, SqliteStatement, SqliteValue } from './driver';
export { inspectSqliteInbox, type SqliteInspection } from './inspect';
export type { SqliteFile, SqliteInboxOptions } from './options';
export { sqliteInbox } from './sqlite-inbox';
