import type { Acceptance, Consumer, Inbox, StoredDelivery } from '../inbox';
import { inboxFull } from '../store-options';
import { consumeStore } from './consume';
import { type SqliteInboxOptions, sqliteSettings } from './options';
import { openStore, type Store } from './store';

/**
 * An inbox in one SQLite file, for one process: what is accepted is on the disk before it is acknowledged, and what came in
 * one turn of the event loop waits for the disk together. Throws a `TypeError` for a wrong option. `open` rejects where no
 * driver is installed, another process has the file, or the file cannot be used; the message says what to do.
 */
export function sqliteInbox(options: SqliteInboxOptions): Inbox {
  const settings = sqliteSettings(options);
  let store: Store | undefined;
  let consumer: Consumer | undefined;
  let duplicates = 0;

  function opened(): Store {
    if (store === undefined) throw new Error('the inbox is not open');
    return store;
  }

  async function accept(delivery: StoredDelivery): Promise<Acceptance> {
    const { waiting, seen, tally, write } = opened();
    const fresh = await write(() => {
      if (tally.waiting >= settings.maxWaiting) return undefined;
      const isFirst = !delivery.identified || seen.isFirst(delivery.key);
      if (!isFirst && settings.dedupe === 'drop') return false;
      waiting.add(delivery);
      tally.waiting += 1;
      return isFirst;
    });
    if (fresh === undefined) throw inboxFull(tally.waiting);
    if (!fresh) duplicates += 1;
    return { fresh };
  }

  return {
    async open() {
      if (store === undefined) duplicates = 0;
      store ??= openStore(settings);
      return store.status;
    },
    accept,
    async bury(delivery, error) {
      const { dead, died, write } = opened();
      await write(() => {
        dead.bury(delivery, error);
        died();
      });
    },
    async consume(run, { concurrency }) {
      if (consumer !== undefined) throw new Error('the inbox is consumed already; close it first');
      consumer = consumeStore(opened(), run, concurrency);
      return consumer;
    },
    dead: async ({ limit = 100 } = {}) => opened().dead.list(Date.now() - settings.deadRetentionMs, limit),
    async revive(id) {
      const { dead, tally, writeIfRoom } = opened(); // room made for it might be its own place
      return writeIfRoom(() => {
        if (!dead.revive(id)) return false;
        tally.dead -= 1;
        tally.waiting += 1;
        return true;
      });
    },
    async stats() {
      const { waiting, tally } = opened();
      const running = consumer?.running ?? 0;
      const oldestAt = waiting.oldestAt();
      return {
        // A delivery is done with a moment before its handler counts as ended.
        waiting: Math.max(0, tally.waiting - running),
        running,
        dead: tally.dead,
        oldestMs: oldestAt === undefined ? null : Math.max(0, Date.now() - oldestAt),
        duplicates,
      };
    },
    sequences: {
      read: async (conversation) => opened().notes.read(conversation),
      replace: async (...note) => opened().notes.replace(...note),
      due: async (now, limit) => opened().notes.due(now, limit),
    },
    async close() {
      const closing = store;
      store = undefined;
      await consumer?.stop(0);
      consumer = undefined;
      closing?.close();
    },
  };
}
