import type { Inbox } from '../inbox';
import { consumeTables, type PostgresConsumer } from './consume';
import { type PostgresInboxOptions, postgresSettings } from './options';
import type { Sequences } from './sequences';
import { readStats } from './stats';
import { openStore, type PostgresStore } from './store';
import { waker } from './wake';

/**
 * An inbox in tables of PostgreSQL, for any number of processes on any number of machines: each may accept, work, or both. How
 * durable it is depends on PostgreSQL's settings, see `open`; with a synchronous standby it survives the loss of a machine. Needs
 * `pg` 8. Throws a `TypeError` for a wrong option; `open` rejects within seconds when PostgreSQL is unreachable, is a standby, or
 * denies rights. Handlers may use `event.transaction`.
 *
 * `maxWaiting` is compared with a count that is up to a second old, or some seconds when a million wait. Times are PostgreSQL's.
 */
export function postgresInbox(options: PostgresInboxOptions): Inbox {
  const settings = postgresSettings(options);
  let opening: Promise<PostgresStore> | undefined;
  let store: PostgresStore | undefined;
  let consumer: PostgresConsumer | undefined;
  let consuming = false;
  let duplicates = 0;

  function opened(): PostgresStore {
    if (store === undefined) throw new Error('the inbox is not open');
    return store;
  }

  async function open(): Promise<PostgresStore> {
    duplicates = 0;
    store = await openStore(settings, (database) => {
      const tellOthers = waker(database, (share) => consumer?.isMine(share) === true);
      return () => {
        const took = consumer?.sent();
        return (outcome) => {
          took?.(outcome);
          if (outcome !== undefined) tellOthers(outcome.rows.map(({ share }) => share));
        };
      };
    });
    return store;
  }

  const sequences: Omit<Sequences, 'trim'> = {
    read: async (...asked) => opened().sequences.read(...asked),
    replace: async (...asked) => opened().sequences.replace(...asked),
    due: async (...asked) => opened().sequences.due(...asked),
    latest: async (...asked) => opened().sequences.latest(...asked),
  };

  return {
    async open() {
      opening ??= open().catch((error) => {
        opening = undefined;
        throw error;
      });
      return (await opening).status();
    },
    async accept(delivery) {
      const { claim, accept } = opened();
      await claim();
      const fresh = await accept(delivery);
      if (!fresh) duplicates += 1;
      return { fresh };
    },
    async bury(delivery, error) {
      const { dead } = opened();
      await dead.add(delivery, error);
      void dead.trim().catch(() => {}); // housekeeping tries again
    },
    async consume(run, consumeOptions) {
      if (consuming) throw new Error('the inbox is consumed already; close it first');
      consuming = true;
      try {
        const { database } = opened();
        consumer = await consumeTables(database, settings, run, consumeOptions);
        opened().onLost = consumer.lost;
      } catch (error) {
        consuming = false;
        throw error;
      }
      return consumer;
    },
    dead: async ({ limit = 100 } = {}) => opened().dead.list(limit),
    async revive(id) {
      const { dead, database } = opened();
      const place = await dead.revive(id);
      if (place === undefined) return false;
      consumer?.wake([place.share]);
      waker(database, (share) => consumer?.isMine(share) === true)([place.share]);
      return true;
    },
    async stats() {
      return { ...(await readStats(opened().database)), duplicates };
    },
    sequences,
    async close() {
      await opening?.catch(() => undefined);
      const closing = store;
      [opening, store] = [undefined, undefined];
      await consumer?.stop(0);
      [consumer, consuming] = [undefined, false];
      await closing?.close();
    },
  };
}
