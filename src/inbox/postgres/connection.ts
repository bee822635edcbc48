import { checkOptions, type Rule, refuseUndefined } from '../../options/check';

const anything: Rule = () => undefined;
const ours: Rule = () => 'left out: the inbox has time limits of its own';
const called = (name: string): Rule => {
  return () => `called ${name}, as pg has it`;
};

/** The option names of a pg 8 client, and the names that other packages use: pg would ignore those and connect to localhost. */
const rules: Readonly<Record<string, Rule>> = {
  connectionString: (value) => postgresUrl(value),
  host: (value) =>
    isHost(value) ? undefined : "a name like 'db.internal', or a list of them like ['db1', 'db2:5433']",
  port: anything,
  user: anything,
  password: anything,
  database: anything,
  ssl: anything,
  sslnegotiation: anything,
  enableChannelBinding: anything,
  stream: anything,
  options: anything,
  application_name: anything,
  fallback_application_name: anything,
  client_encoding: anything,
  keepAlive: anything,
  keepAliveInitialDelayMillis: anything,
  connectionTimeoutMillis: anything,
  types: anything,
  lock_timeout: anything,
  pipeline: () => 'left out: the inbox sends one statement at a time on each connection',
  statement_timeout: ours,
  query_timeout: ours,
  idle_in_transaction_session_timeout: ours,
  url: called('connectionString'),
  uri: called('connectionString'),
  hosts: called('host, which may be a list'),
  hostname: called('host'),
  username: called('user'),
  pass: called('password'),
  db: called('database'),
  tls: called('ssl'),
  max: () => "left out; use the inbox's option connections",
};

/** The options that say where PostgreSQL is. pg reads an undefined one as localhost. */
const places = { connectionString: anything, host: anything };

/** A URL, or options of pg. No option is silently ignored. */
export const connectionRule: Rule = (value) => {
  if (typeof value === 'string') return postgresUrl(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a postgres: URL or options of pg';
  if (typeof (value as { connect?: unknown }).connect === 'function')
    return 'options of pg, not a connection; a Pool is the option pool';
  const shape = { at: 'postgresInbox.connection.', rules };
  checkOptions(value, shape);
  refuseUndefined(value, { ...shape, rules: places });
  return 'connectionString' in value && 'host' in value ? 'an object with connectionString or host' : undefined;
};

function isHost(value: unknown): boolean {
  const hosts: unknown[] = Array.isArray(value) ? value : [value];
  return hosts.length > 0 && hosts.every((host) => typeof host === 'string' && host.trim() !== '');
}

const postgresUrl = (value: unknown) =>
  isPostgresUrl(value) ? undefined : "a URL like 'postgres://user:password@host:5432/database', odd characters as %40";

/**
 * pg would read a password with an unescaped `#`, `/`, `?` or `@` as another part of the URL, and might show it as the host.
 */
function isPostgresUrl(value: unknown): boolean {
  const [, host, rest] = (typeof value === 'string' && /^postgres(?:ql)?:\/\/([^/?#]*)(.*)$/i.exec(value)) || [];
  return host !== undefined && rest !== undefined && !/@.*@/.test(host) && !/[@#]/.test(rest);
}
