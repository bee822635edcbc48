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
 * delivery is a job, each dead letter a failed one, for BullMQ's own tools to show. Needs `bullmq`, `ioredis` and Redis 6.2;
 * what it promises is what Redis is set to, see `open`. Throws a `TypeError` for a wrong option; `open` rejects within seconds
 * where Redis is away, or would take nothing; called again, it also rejects where for now nothing would be accepted.
 *
 * `maxWaiting` is held against a count that is up to a second old. `maxDead` and `deadRetentionMs` are the workers' to hold to, the
 * latter at their start and every hour, or every `deadRetentionMs` where that is shorter. `bury` needs a worker somewhere: until it
 * comes by, the dead letter is among those that wait. Retries are due by the clocks of the workers' machines.
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

  /** A worker must get in where nothing more is accepted: it is what makes room. So this comes with the second call only. */
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
