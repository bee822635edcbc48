import type { ClientConfig, Pool } from 'pg';
import { checkOptions, type Rule, wholeNumber } from '../../options/check';
import { optionError } from '../../options/option-error';
import { type StoreOptions, type StoreSettings, storeSettings } from '../store-options';
import { connectionRule } from './connection';

/**
 * Options of a client of `pg`. `host` may be a list, e.g. `['db1', 'db2:5433']`: the inbox uses the primary among them, and looks
 * for it again when the connection is lost.
 */
export type PostgresConnection = Omit<ClientConfig, 'host'> & { host?: string | readonly string[] };

export interface PostgresInboxOptions extends StoreOptions {
  /**
   * The PostgreSQL, 13 or newer: a URL, e.g. `postgres://user:password@host:5432/database?sslmode=verify-full`, or options of `pg`
   * (`host` may be the folder of a unix socket, `password` a function). Give this or `pool`.
   */
  connection?: string | PostgresConnection;
  /** A pool of yours with at least 5 connections. The inbox never ends it. */
  pool?: Pool;
  /** The schema of the inbox's tables, which holds nothing else. Default `'im_inbox'`. */
  schema?: string;
  /**
   * How many connections this inbox opens at most in this process; one of them listens for new deliveries. Default 10. Not with
   * `pool`.
   */
  connections?: number;
  /**
   * How long a silent worker counts as alive, in milliseconds. After that, others take over the deliveries of a killed worker. A
   * handler that blocks the event loop for longer runs a second time. Default 15,000.
   */
  lockMs?: number;
}

export interface PostgresSettings extends StoreSettings {
  readonly connection: string | PostgresConnection | undefined;
  readonly pool: Pool | undefined;
  readonly schema: string;
  readonly connections: number;
  readonly lockMs: number;
}

/** Two accept, one records what workers do, one listens; the last is for everything else. */
export const fewest = 5;

const poolRule: Rule = (value) => {
  const { connect, query, options } = (value ?? {}) as Partial<Record<keyof Pool, unknown>>;
  if (typeof connect !== 'function' || typeof query !== 'function') return 'a Pool of pg';
  const { max } = (options ?? {}) as { max?: unknown };
  return typeof max === 'number' && max < fewest ? `a Pool of pg with max: ${fewest} or more` : undefined;
};

// It is written into every statement without quotes.
const schemaRule: Rule = (value) =>
  typeof value === 'string' && /^(?!pg_)[a-z_][a-z0-9_]{0,39}$/.test(value)
    ? undefined
    : "a name of up to 40 small letters, digits and _, e.g. 'im_inbox'";

/** Throws a `TypeError` for a name that no schema of an inbox has. */
export function checkSchema(schema: string): void {
  checkOptions({ schema }, { at: 'postgresInbox.', rules: { schema: schemaRule } });
}

const ownRules: Readonly<Record<string, Rule>> = {
  connection: connectionRule,
  pool: poolRule,
  schema: schemaRule,
  connections: wholeNumber('connections', fewest, 1000),
  lockMs: wholeNumber('milliseconds', 500, 3_600_000),
};

/** Checks the options and fills in the defaults. */
export function postgresSettings(options: PostgresInboxOptions): PostgresSettings {
  const settings = storeSettings('postgresInbox', options, ownRules);
  const { connection, pool, schema = 'im_inbox', lockMs = 15_000, connections = 10 } = options;
  if (connection !== undefined && pool !== undefined)
    throw optionError('imCallbacks: postgresInbox takes connection or pool, and not both; leave one out');
  // checkOptions ignores missing options.
  if (connection === undefined && pool === undefined) {
    throw optionError(
      "imCallbacks: option postgresInbox.connection is missing; write connection: 'postgres://user@127.0.0.1:5432/app'",
    );
  }
  if (pool !== undefined && options.connections !== undefined)
    throw optionError('imCallbacks: option postgresInbox.connections has no effect with pool; set max of the pool');
  return { ...settings, connection, pool, schema, lockMs, connections: pool?.options?.max ?? connections };
}
