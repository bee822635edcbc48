import './needs';

export { inspectPostgresInbox, migratePostgresInbox, type PostgresInspection } from './inspect';
export { migrationSql } from './migrations';
export type { PostgresConnection, PostgresInboxOptions } from './options';
export { postgresInbox } from './postgres-inbox';
// This import brings the type of `event.transaction`.
export type { PostgresTransactionClient } from './transaction';
