import type { RedisOptions } from 'ioredis';
import { checkOptions, type Rule, refuseUndefined } from '../../options/check';

/** What the inbox sets on both connections, regardless of the user's options: see connect.ts. */
type Own = 'enableOfflineQueue' | 'commandTimeout' | 'retryStrategy' | 'lazyConnect' | 'disconnectTimeout';

/** Options that would change the keys or replies on which the scripts of BullMQ and of this inbox rely. */
type Breaking = 'keyPrefix' | 'monitor' | 'readOnly' | 'stringNumbers' | 'scripts' | 'replyMapping';

/** Options of ioredis, and `url` as in BullMQ: the address, which the others extend. */
export type RedisConnection = Omit<RedisOptions, Own | Breaking | 'maxRetriesPerRequest'> & {
  url?: string;
  /** BullMQ's documents ask for it; the inbox sets it by itself. */
  maxRetriesPerRequest?: null;
};

const anything: Rule = () => undefined;
const ours: Rule = () => 'left out: the inbox sets it by itself';
const breaking: Rule = () => 'left out: the scripts of the inbox do not work with it';
const called = (name: string): Rule => {
  return () => `called ${name}, as ioredis has it`;
};
const oneRedis: Rule = () => 'left out: the inbox needs one Redis, or one behind sentinels';

/** Every option that ioredis 5.11 has; the compiler says which are new. */
const known: Readonly<Record<keyof RedisOptions, Rule>> = {
  host: (value) => (typeof value === 'string' && value !== '' ? undefined : "a name like 'redis.internal'"),
  port: anything,
  family: anything,
  path: anything,
  username: anything,
  password: anything,
  db: anything,
  tls: anything,
  name: anything,
  role: anything,
  sentinels: anything,
  sentinelUsername: anything,
  sentinelPassword: anything,
  sentinelRetryStrategy: anything,
  sentinelReconnectStrategy: anything,
  sentinelCommandTimeout: anything,
  sentinelMaxConnections: anything,
  sentinelTLS: anything,
  enableTLSForSentinelMode: anything,
  preferredSlaves: anything,
  updateSentinels: anything,
  failoverDetector: anything,
  natMap: anything,
  Connector: anything,
  connectionName: anything,
  disableClientInfo: anything,
  clientInfoTag: anything,
  connectTimeout: anything,
  socketTimeout: anything,
  blockingTimeout: anything,
  blockingTimeoutGrace: anything,
  keepAlive: anything,
  noDelay: anything,
  reconnectOnError: anything,
  autoResubscribe: anything,
  autoResendUnfulfilledCommands: anything,
  maxLoadingRetryTime: anything,
  enableAutoPipelining: anything,
  autoPipeliningIgnoredCommands: anything,
  enableReadyCheck: anything,
  showFriendlyErrorStack: anything,
  maxRetriesPerRequest: (value) => (value === null ? undefined : 'null or left out: the inbox sets it by itself'),
  enableOfflineQueue: ours,
  offlineQueue: ours,
  commandQueue: ours,
  commandTimeout: ours,
  retryStrategy: ours,
  lazyConnect: ours,
  disconnectTimeout: ours,
  keyPrefix: () => 'left out; use the option prefix of the inbox', // BullMQ 6.7 refuses it as well (redis-connection.js)
  monitor: breaking,
  readOnly: breaking,
  stringNumbers: breaking,
  scripts: breaking,
};

/**
 * The options that ioredis 6 and BullMQ add, and the names that other clients use: ioredis would ignore those and connect to
 * localhost.
 */
const added: Readonly<Record<string, Rule>> = {
  url: (value) => redisUrl(value),
  protocol: anything,
  himportFieldsets: anything,
  replyMapping: breaking,
  skipVersionCheck: () => 'left out: the inbox needs what BullMQ looks for',
  redis: () => 'left out; write its contents as the connection itself',
  socket: () => 'left out; write its host and port, or its path, beside the others',
  uri: called('url'),
  hostname: called('host'),
  user: called('username'),
  pass: called('password'),
  database: called('db'),
  nodes: oneRedis,
  rootNodes: oneRedis,
  startupNodes: oneRedis,
  redisOptions: oneRedis,
  isCluster: oneRedis,
};

const rules = { ...known, ...added };

/** The options that say where Redis is. ioredis reads an undefined one as localhost. */
const places = { url: anything, host: anything, path: anything, sentinels: anything };

/** A URL, or options of ioredis. No option is silently ignored. */
export const connectionRule: Rule = (value) => {
  if (typeof value === 'string') return redisUrl(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a redis: URL or options of ioredis';
  if (typeof (value as { connect?: unknown }).connect === 'function') return 'options of ioredis, not a connection';
  const shape = { at: 'bullmqInbox.connection.', rules };
  checkOptions(value, shape);
  refuseUndefined(value, { ...shape, rules: places });
  const given = Object.keys(places).filter((name) => name in value);
  if (given.length > 1) return `an object with one of ${given.join(' and ')}`;
  return given[0] === 'url' && 'port' in value ? 'an object whose url has the port in it' : undefined;
};

const redisUrl = (value: unknown) =>
  isRedisUrl(value) ? undefined : "a URL like 'redis://user:password@host:6379', odd characters as %40";

/**
 * ioredis would read a password with an unescaped `#`, `/`, `?` or `@` as another part of the URL, and might show it as the host.
 */
function isRedisUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !/^rediss?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { hostname, pathname, search, hash } = new URL(value);
  return hostname !== '' && hash === '' && !`${pathname}${search}`.includes('@');
}
