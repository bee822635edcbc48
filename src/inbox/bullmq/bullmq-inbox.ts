import type { Consumer, Inbox, InboxStatus } from '../inbox';
import { accept, bury } from './accept';
import { consumeQueue } from './consume';
import { listDead, revive } from './dead-letters';
import { type BullmqInboxOptions, bullmqSettings } from './options';
import { bullmqSequences } from './sequences';
import { statsOf } from './stats';
import { closeStore, openStore, type RedisStore, usable } from './store';

/**
 * An inbox in Redis, over BullMQ, for any number of processes on any number of machines: each may accept, work, or both. Each
 * delivery is a job and each dead letter a failed job, so BullMQ's own tools show them. Needs `bullmq`, `ioredis` and Redis 6.2.
 * How durable it is depends on Redis' settings, see `open`. Throws a `TypeError` for a wrong option. `open` rejects within
 * seconds when Redis is unreachable or refuses writes; a further call also rejects while nothing would be accepted.
 *
 * `maxWaiting` is compared with a count that is up to a second old. Workers enforce `maxDead` and `deadRetentionMs`, the latter
 * at their start and every hour, or every `deadRetentionMs` if that is shorter. `bury` needs a worker somewhere: until one runs,
 * the dead letter counts as waiting. Retries are due by the clocks of the workers' machines.
 */
export function bullmqInbox(options: BullmqInboxOptions): Inbox {
  const settings = bullmqSettings(options);
  let opening: Promise<RedisStore> | undefined;
  let store: RedisStore | undefined;
  let asking: Promise<InboxStatus> | undefined;
  let status: InboxStatus = { durability: 'unknown', notes: [] };
  let consumer: Promise<Consumer> | undefined;
  let duplicates = 0;

  function opened(): RedisStore {
    if (store === undefined) throw new Error('the inbox is not open');
    return store;
  }

  async function open(): Promise<RedisStore> {
    duplicates = 0;
    const opened = await openStore(settings);
    try {
      status = await usable(opened);
    } catch (error) {
      await closeStore(opened);
      throw error;
    }
    store = opened;
    return store;
  }

  /** A worker must be able to open a full inbox, because it makes room. So only a further call checks this. */
  async function ask(store: RedisStore): Promise<InboxStatus> {
    status = await usable(store);
    await store.room.look();
    await store.onReplicas();
    return status;
  }

  return {
    async open() {
      if (store !== undefined) {
        asking ??= ask(store).finally(() => {
          asking = undefined;
        });
        return asking;
      }
      opening ??= open().catch((error) => {
        opening = undefined;
        throw error;
      });
      await opening;
      return status;
    },
    async accept(delivery) {
      await opened().room.claim(delivery.body.length);
      const { fresh } = await accept(opened(), delivery);
      if (!fresh) duplicates += 1;
      return { fresh };
    },
    bury: async (delivery, error) => bury(opened(), delivery, error),
    async consume(run, options) {
      if (consumer !== undefined) throw new Error('the inbox is consumed already; close it first');
      consumer = consumeQueue(opened(), run, options).catch((error) => {
        consumer = undefined;
        throw error;
      });
      return consumer;
    },
    dead: async ({ limit = 100 } = {}) => listDead(opened(), limit),
    revive: async (id) => revive(opened(), id),
    stats: async () => ({ ...(await statsOf(opened())), duplicates }),
    sequences: bullmqSequences(opened),
    async close() {
      await opening?.catch(() => {});
      const closing = store;
      [opening, store] = [undefined, undefined];
      const last = await consumer?.catch(() => undefined);
      await last?.stop(0);
      consumer = undefined;
      if (closing !== undefined) await closeStore(closing);
    },
  };
}
