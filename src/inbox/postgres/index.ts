import './needs';

export { inspectPostgresInbox, migratePostgresInbox, type PostgresInspection } from './inspect';
export { migrationSql } from './migrations';
export type { PostgresConnection, PostgresInboxOptions } from './options';
export { type PostgresInbox, postgresInbox } from './postgres-inbox';
