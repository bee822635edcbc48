import { type Rule, wholeNumber } from '../../options/check';
import { optionError } from '../../options/option-error';
import { type StoreOptions, type StoreSettings, storeSettings } from '../store-options';
import { connectionRule, type RedisConnection } from './connection';

export interface BullmqInboxOptions extends StoreOptions {
  /**
   * The Redis: a URL, e.g. `redis://user:password@host:6379/0` (`rediss:` for TLS), or options of ioredis, where `url` may
   * replace host and port. Every process that accepts has one connection, and every worker two more.
   */
  connection: string | RedisConnection;
  /** Name of the BullMQ queue, for several inboxes in one Redis. Default `'inbox'`. */
  queue?: string;
  /**
   * The prefix of all keys. Default `'{im-callbacks}'`: the braces keep them in one slot of a Redis Cluster, which the scripts
   * of BullMQ and of this inbox need.
   */
  prefix?: string;
  /**
   * How long a silent worker counts as alive, in milliseconds. After one to two times that, others take over the deliveries of a
   * killed worker. A handler that blocks the event loop for longer runs a second time. Default 30,000.
   */
  lockMs?: number;
  /**
   * How many replicas must have a delivery before it is acknowledged; below that the sender gets 503. Set it to how many the
   * Redis has: then a failover loses nothing that was acknowledged. Costs a round trip to them. `'connected'`: all connected
   * replicas; when one is lost, nothing is accepted for 15 s, in which Sentinels replace a master, and after that it is no longer
   * required. Default `'connected'` when `connection` has `sentinels`, otherwise 0: no replica is required.
   */
  replicas?: number | 'connected';
}

export type BullmqSettings = StoreSettings &
  Required<Pick<BullmqInboxOptions, 'connection' | 'queue' | 'prefix' | 'lockMs' | 'replicas'>>;

const ownRules: Readonly<Record<string, Rule>> = {
  connection: connectionRule,
  // BullMQ 6.7 puts its keys together with colons (queue-base.js).
  queue: (value) =>
    typeof value === 'string' && /^[^:\s]+$/.test(value) ? undefined : 'a name without colons and blanks',
  prefix: (value) => (typeof value === 'string' && /^\S+$/.test(value) ? undefined : 'a text without blanks'),
  lockMs: wholeNumber('milliseconds', 100, 3_600_000),
  replicas: (value) =>
    value === 'connected'
      ? undefined
      : wholeNumber('replicas', 0, 100)(value) && "a whole number from 0 to 100, or 'connected'",
};

/** Other option names under which users may write the Redis. */
const otherNames: ReadonlySet<string> = new Set([
  'url',
  'redis',
  'host',
  'port',
  'client',
  'connectionString',
  'password',
]);
const where = {
  example: "bullmqInbox({ connection: 'redis://127.0.0.1:6379' })",
  meant: (name: string) =>
    otherNames.has(name) ? "the Redis goes into connection: write connection: 'redis://127.0.0.1:6379'" : undefined,
};

/** Checks the options and fills in the defaults. */
export function bullmqSettings(options: BullmqInboxOptions): BullmqSettings {
  const settings = storeSettings('bullmqInbox', options, ownRules, where);
  const { connection, queue = 'inbox', prefix = '{im-callbacks}', lockMs = 30_000 } = options;
  // checkOptions ignores missing options.
  if (connection === undefined) {
    throw optionError(
      "imCallbacks: option bullmqInbox.connection is missing; write connection: 'redis://127.0.0.1:6379'",
    );
  }
  const isWatched = typeof connection === 'object' && 'sentinels' in connection && connection.sentinels !== undefined;
  const { replicas = isWatched ? 'connected' : 0 } = options;
  return { ...settings, connection, queue, prefix, lockMs, replicas };
}
