import type { Consumer, Disposition, Run, StoredDelivery } from '../inbox';
import { makeScheduler, type Ticket } from '../scheduler';
import type { SqliteStore } from './store';

/** Tickets that are read at once; a large backlog must not stop the event loop. */
const portion = 1000;
/** For a delivery that could not be read; it is no attempt. */
const later: Disposition = { next: 'retry', inMs: 1000, hold: true, error: 'the inbox cannot be read' };

/** Hands the stored deliveries to `run`. Only tickets are kept in memory; what was received is read when its turn comes. */
export function consumeStore(store: SqliteStore, run: Run, concurrency: number): Consumer {
  const { waiting, bury, tally, keep } = store;
  const inherited = waiting.lastId();
  const scheduler = makeScheduler(serve, concurrency);
  let lastId = 0;
  let reading: NodeJS.Immediate | undefined;
  let stopped = false;
  store.watch(wake);
  wake();

  /** In a turn of its own, so that the ACKs of what was just committed leave before handlers begin. */
  function wake(): void {
    if (stopped) return;
    reading ??= setImmediate(loadTickets);
  }

  /** Takes in what came since the last time: before a start, just now, revived by another process; all the same. */
  function loadTickets(): void {
    reading = undefined;
    const loaded = tickets();
    for (const { ticket, inMs } of loaded) {
      lastId = ticket.id;
      scheduler.add(ticket, inMs);
    }
    if (loaded.length === portion) wake();
  }

  function tickets(): ReturnType<typeof waiting.after> {
    try {
      return waiting.after(lastId, portion);
    } catch {
      return []; // taken in after the next commit, or within a second
    }
  }

  /**
   * The end of an attempt is stored before the next of the conversation begins: then no crash brings it back after that one,
   * and as long as the disk is full no more than `concurrency` are handled whose end cannot be recorded.
   */
  async function serve(ticket: Ticket, signal: AbortSignal): Promise<Disposition> {
    const attempt = ticket.attempts + 1;
    // It may have ended the process before: counted first, a delivery that does so every time comes to its last attempt.
    if (ticket.id <= inherited) await keep(() => waiting.setAttempts(ticket.id, attempt));
    if (signal.aborted) return later;
    const delivery = read(ticket.id);
    if (delivery === 'unreadable') return later;
    if (delivery === undefined) return { next: 'done' };
    ticket.attempts = attempt;
    const disposition = await run({ delivery, attempt, firstFailedAt: ticket.firstFailedAt, signal });
    if (signal.aborted) return disposition; // handed back: it is the next consumer's
    if (disposition.next === 'retry') ticket.firstFailedAt ??= Date.now();
    await keep(() => record(ticket, disposition));
    return disposition;
  }

  function read(id: number): StoredDelivery | 'unreadable' | undefined {
    try {
      return waiting.read(id);
    } catch {
      return 'unreadable';
    }
  }

  function record(ticket: Ticket, disposition: Disposition): void {
    if (disposition.next === 'retry') return waiting.postpone(ticket, disposition);
    tally.waiting -= 1;
    if (disposition.next === 'done') return waiting.remove(ticket.id);
    // Away first: in a file that is full there is room for it only where it stood.
    const content = waiting.take(ticket.id);
    if (content !== undefined) bury(content, disposition.error, ticket.attempts);
  }

  return {
    get running() {
      return scheduler.running;
    },
    stop(timeoutMs) {
      stopped = true;
      clearImmediate(reading);
      return scheduler.stop(timeoutMs);
    },
  };
}
