import './needs';

export { inspectPostgresInbox, migratePostgresInbox, type PostgresInspection } from './inspect';
export { migrationSql } from './migrations';
export type { PostgresConnection, PostgresInboxOptions } from './options';
export { postgresInbox } from './postgres-inbox';
// With it comes what `event.transaction` hands out.
export type { PostgresTransactionClient } from './transaction';
