import './needs';

export { migrationSql } from './migrations';
export type { PostgresConnection, PostgresInboxOptions } from './options';
export { type PostgresInbox, postgresInbox } from './postgres-inbox';
