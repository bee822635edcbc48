import type { RedisOptions } from 'ioredis';
import { type Rule, wholeNumber } from '../../options/check';
import { type StoreOptions, type StoreSettings, storeSettings } from '../store-options';

export interface BullmqInboxOptions extends StoreOptions {
  /**
   * The Redis: a URL, e.g. `redis://user:password@host:6379/0` (`rediss:` for TLS), or options of ioredis. Every process that
   * accepts has one connection, every one that works two more.
   */
  connection: string | RedisOptions;
  /** Name of the BullMQ queue, for several inboxes in one Redis. Default `'inbox'`. */
  queue?: string;
  /**
   * What all keys begin with. Default `'{im-callbacks}'`: the braces keep them in one slot of a Redis Cluster, which the scripts
   * of BullMQ and of this inbox need.
   */
  prefix?: string;
  /**
   * How long a worker that says nothing is believed to be alive, in milliseconds. What a killed one had in hand is taken up by
   * others after one to two times that. A handler that blocks the event loop for longer is run a second time. Default 30,000.
   */
  lockMs?: number;
}

export type BullmqSettings = StoreSettings &
  Required<Pick<BullmqInboxOptions, 'connection' | 'queue' | 'prefix' | 'lockMs'>>;

const connection: Rule = (value) => {
  if (typeof value === 'string')
    return isRedisUrl(value) ? undefined : "a URL like 'redis://user:password@host:6379', odd characters as %40";
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a redis: URL or options of ioredis';
  if (typeof (value as { connect?: unknown }).connect === 'function') return 'options of ioredis, not a connection';
  // BullMQ 6.7 refuses it as well (redis-connection.js): its scripts put keys together by themselves.
  return (value as RedisOptions).keyPrefix ? 'without keyPrefix; use the option prefix of the inbox' : undefined;
};

/** A password with a bare `#`, `/`, `?` or `@` would be taken for another part of the URL, and might be shown as the host. */
function isRedisUrl(value: string): boolean {
  if (!/^rediss?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { hostname, pathname, search, hash } = new URL(value);
  return hostname !== '' && hash === '' && !`${pathname}${search}`.includes('@');
}

const ownRules: Readonly<Record<string, Rule>> = {
  connection,
  // BullMQ 6.7 puts its keys together with colons (queue-base.js).
  queue: (value) =>
    typeof value === 'string' && /^[^:\s]+$/.test(value) ? undefined : 'a name without colons and blanks',
  prefix: (value) => (typeof value === 'string' && /^\S+$/.test(value) ? undefined : 'a text without blanks'),
  lockMs: wholeNumber('milliseconds', 100, 3_600_000),
};

/** Checks the options and fills in the defaults. */
export function bullmqSettings(options: BullmqInboxOptions): BullmqSettings {
  const settings = storeSettings('bullmqInbox', options, ownRules);
  const { connection, queue = 'inbox', prefix = '{im-callbacks}', lockMs = 30_000 } = options;
  // checkOptions passes over what is not there.
  if (connection === undefined) {
    throw new TypeError(
      "imCallbacks: option bullmqInbox.connection is missing; write connection: 'redis://127.0.0.1:6379'",
    );
  }
  return { ...settings, connection, queue, prefix, lockMs };
}
