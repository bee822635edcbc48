import { HandedOut } from '../handed-out';
import type { Acceptance, DeadLetter, Inbox, StoredDelivery } from '../inbox';
import { makeScheduler, type Scheduler, type Serve, type Ticket } from '../scheduler';
import { inboxFull, type StoreOptions, storeSettings } from '../store-options';
import { memorySequences } from './sequences';

interface Waiting extends Ticket {
  readonly delivery: StoredDelivery;
  readonly acceptedAt: number;
}

/**
 * An inbox in the memory of the process: for tests and for trying things out. Otherwise it behaves like the durable ones.
 */
export function memoryInbox(options: StoreOptions = {}): Inbox {
  const { dedupMs, dedupe, maxWaiting, maxDead, deadRetentionMs } = storeSettings('memoryInbox', options, {});
  const waiting = new Map<number, Waiting>();
  const seen = new Map<string, number>();
  let deadLetters: DeadLetter[] = [];
  let scheduler: Scheduler | undefined;
  let duplicates = 0;
  let lastId = 0;
  let isOpen = false;

  async function accept(delivery: StoredDelivery): Promise<Acceptance> {
    if (!isOpen) throw new Error('the inbox is not open');
    if (waiting.size >= maxWaiting) throw inboxFull(waiting.size);
    const fresh = isFresh(delivery);
    if (!fresh) duplicates += 1;
    if (fresh || dedupe === 'observe') put(delivery);
    return { fresh };
  }

  /** Keys are entered in the order of time, so expired ones come first. */
  function isFresh({ key, identified }: StoredDelivery): boolean {
    if (!identified) return true;
    const now = Date.now();
    for (const [old, until] of seen) {
      if (until > now) break;
      seen.delete(old);
    }
    if (seen.has(key)) return false;
    seen.set(key, now + dedupMs);
    return true;
  }

  function put(delivery: StoredDelivery): void {
    lastId += 1;
    const { conversation: lane } = delivery;
    const row = { id: lastId, lane, attempts: 0, firstFailedAt: undefined, delivery, acceptedAt: Date.now() };
    waiting.set(row.id, row);
    scheduler?.add(row);
  }

  function serveWith(run: Parameters<Inbox['consume']>[0]): Serve {
    return async (ticket, stopping) => {
      const row = waiting.get(ticket.id);
      if (row === undefined) return { next: 'done' };
      row.attempts += 1;
      const { delivery, attempts, firstFailedAt } = row;
      const disposition = await run(new HandedOut(delivery, attempts, firstFailedAt, stopping));
      if (stopping.isStopped) return disposition; // handed back to the next consumer
      if (disposition.next === 'retry') row.firstFailedAt ??= Date.now();
      else waiting.delete(row.id);
      if (disposition.next === 'dead') bury(delivery, disposition.error, disposition.attempts ?? attempts);
      return disposition;
    };
  }

  function bury(delivery: StoredDelivery, error: string, attempts: number): void {
    lastId += 1;
    deadLetters.push({ id: String(lastId), delivery, error, attempts, diedAt: Date.now() });
    deadLetters = kept();
  }

  function kept(): DeadLetter[] {
    const oldest = Date.now() - deadRetentionMs;
    return deadLetters.slice(-maxDead || deadLetters.length).filter(({ diedAt }) => diedAt > oldest);
  }

  return {
    async open() {
      isOpen = true;
      return { durability: 'none', notes: ['memoryInbox keeps nothing: it is for tests'] };
    },
    accept,
    bury: async (delivery, error) => bury(delivery, error, 0),
    async consume(run, { concurrency }) {
      if (scheduler !== undefined) throw new Error('memoryInbox is consumed already');
      const started = makeScheduler(serveWith(run), concurrency);
      scheduler = started;
      for (const row of waiting.values()) started.add(row);
      return started;
    },
    dead: async ({ limit = 100 } = {}) => kept().slice(0, limit),
    async revive(id) {
      const revived = deadLetters.find((one) => one.id === id);
      if (revived === undefined) return false;
      deadLetters = deadLetters.filter((one) => one !== revived);
      put(revived.delivery);
      return true;
    },
    async stats() {
      const running = scheduler?.running ?? 0;
      const [oldest] = waiting.values();
      return {
        waiting: waiting.size - running,
        running,
        dead: kept().length,
        oldestMs: oldest === undefined ? null : Date.now() - oldest.acceptedAt,
        duplicates,
      };
    },
    sequences: memorySequences(),
    close: async () => {
      isOpen = false;
      await scheduler?.stop(0);
      scheduler = undefined;
    },
  };
}
