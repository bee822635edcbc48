import type { Acceptance, Consumer, Inbox, StoredDelivery } from '../inbox';
import { inboxFull } from '../store-options';
import { consumeStore } from './consume';
import { toContent } from './content';
import { openStore } from './open-store';
import { type SqliteInboxOptions, sqliteSettings } from './options';
import type { SqliteStore } from './store';

/**
 * An inbox in one SQLite file, for one process: a delivery is on disk before it is acknowledged, and all deliveries of one turn
 * of the event loop share one wait for the disk. Throws a `TypeError` for a wrong option. `open` rejects when no driver is
 * installed, another process has the file, or the file cannot be used; the message says what to do.
 */
export function sqliteInbox(options: SqliteInboxOptions): Inbox {
  const settings = sqliteSettings(options);
  let store: SqliteStore | undefined;
  let opening: Promise<void> | undefined;
  let consumer: Consumer | undefined;
  let duplicates = 0;

  async function begin(): Promise<void> {
    if (store !== undefined) return;
    duplicates = 0;
    store = await openStore(settings);
  }

  function opened(): SqliteStore {
    if (store === undefined) throw new Error('the inbox is not open');
    return store;
  }

  async function accept(delivery: StoredDelivery): Promise<Acceptance> {
    const { tables, tally, write, stored } = opened();
    let id: number | undefined;
    const fresh = await write(() => {
      id = undefined;
      if (tally.waiting >= settings.maxWaiting) return undefined;
      const { waiting, seen } = tables();
      const isFirst = !delivery.identified || seen.isFirst(delivery.key);
      if (!isFirst && settings.dedupe === 'drop') return false;
      id = waiting.add(toContent(delivery));
      tally.waiting += 1;
      return isFirst;
    });
    if (fresh === undefined) throw inboxFull(tally.waiting);
    if (!fresh) duplicates += 1;
    if (id !== undefined) stored(id, delivery);
    return { fresh };
  }

  return {
    async open() {
      if (store !== undefined) await store.probe();
      opening ??= begin().finally(() => {
        opening = undefined;
      });
      await opening;
      return opened().status;
    },
    accept,
    async bury(delivery, error) {
      const { bury, write } = opened();
      await write(() => bury(toContent(delivery), error, 0));
    },
    async consume(run, options) {
      if (consumer !== undefined) throw new Error('the inbox is consumed already; close it first');
      consumer = consumeStore(opened(), run, options);
      return consumer;
    },
    dead: async ({ limit = 100 } = {}) =>
      opened()
        .tables()
        .deadLetters.list(Date.now() - settings.deadRetentionMs, limit),
    async revive(id) {
      const { tables, tally, writeIfRoom, more } = opened(); // room made for it might be its own place
      const isRevived = await writeIfRoom(() => {
        const { deadLetters, waiting } = tables();
        const content = deadLetters.take(id);
        if (content === undefined) return false;
        waiting.add(content);
        tally.dead -= 1;
        tally.waiting += 1;
        return true;
      });
      if (isRevived) more();
      return isRevived;
    },
    async stats() {
      const { tables, tally } = opened();
      const running = consumer?.running ?? 0;
      const oldestAt = tables().waiting.oldestAt();
      return {
        // A delivery is removed a moment before its handler counts as ended.
        waiting: Math.max(0, tally.waiting - running),
        running,
        dead: tally.dead,
        oldestMs: oldestAt === undefined ? null : Math.max(0, Date.now() - oldestAt),
        duplicates,
      };
    },
    sequences: {
      read: async (conversation) => opened().tables().sequences.read(conversation),
      async replace(...change) {
        const { tables, record } = opened();
        return record(() => tables().sequences.replace(...change));
      },
      due: async (now, limit, latest = Number.MAX_SAFE_INTEGER) => opened().tables().sequences.due(now, limit, latest),
      latest: async (limit) => opened().tables().waiting.latest(limit),
    },
    async close() {
      await opening?.catch(() => undefined); // the next `open` reports it
      const closing = store;
      store = undefined;
      await consumer?.stop(0);
      consumer = undefined;
      closing?.close();
    },
  };
}
