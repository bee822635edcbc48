import { errorMessage } from '../error-message';
import type { ConsumeOptions, Consumer, Disposition, Run } from '../inbox';
import { makeScheduler, type Ticket } from '../scheduler';
import type { Content } from './content';
import { kindOfError } from './error';
import { atMostOnceAMinute } from './once-a-minute';
import type { SqliteStore } from './store';
import type { DueTicket } from './waiting';

/** How many tickets are read at once; a large backlog must not block the event loop. */
const portion = 1000;
/**
 * How many tries, one a second: at reading tickets before the worker counts as stalled, at reading a delivery before it is
 * buried, at removing content before it is left in place.
 */
const patience = { tickets: 5, delivery: 20, removal: 2 };
/** For a delivery that could not be read; this does not count as an attempt. */
const later: Disposition = { next: 'retry', inMs: 1000, hold: true, error: 'the inbox cannot be read' };

/** Hands the stored deliveries to `run`. Only tickets are kept in memory; the content is read when its turn comes. */
export function consumeStore(store: SqliteStore, run: Run, { concurrency, onFault }: ConsumeOptions): Consumer {
  const { tables, tally, bury, keep, mark } = store;
  const scheduler = makeScheduler(serve, concurrency);
  const failedReads = new Map<number, number>();
  const isNews = atMostOnceAMinute();
  let lastId = 0;
  let failedLoads = 0;
  let loading: NodeJS.Immediate | undefined;
  let stopped = false;
  const fault = onFault ?? (() => {});
  store.listen({ more: wake, fault, superseded: () => void stop(0) });
  wake();

  /** Runs in a separate turn of the event loop, so that the ACKs of the last commit leave before handlers begin. */
  function wake(): void {
    if (stopped) return;
    loading ??= setImmediate(loadTickets);
  }

  /** Reads what was added since the last time: before the start, just now, or revived by another process. */
  function loadTickets(): void {
    loading = undefined;
    const loaded = ticketsAfter(lastId);
    for (const { ticket, inMs } of loaded) {
      lastId = ticket.id;
      scheduler.add(ticket, inMs);
    }
    if (loaded.length === portion) wake();
  }

  /** What cannot be read now is read after the next commit, or within a second. */
  function ticketsAfter(id: number): DueTicket[] {
    try {
      const loaded = tables().waiting.after(id, portion);
      failedLoads = 0;
      return loaded;
    } catch (cause) {
      failedLoads += 1;
      const message = `the inbox cannot be read, and is tried again every second: ${errorMessage(cause)}`;
      if (failedLoads >= patience.tickets && isNews()) fault({ fault: 'stalled', message, cause });
      return [];
    }
  }

  /**
   * The end of an attempt is stored before the next delivery of the conversation begins: then no crash repeats it after that one.
   * And while the disk is full, at most `concurrency` deliveries are handled whose end cannot be recorded.
   */
  async function serve(ticket: Ticket, signal: AbortSignal): Promise<Disposition> {
    const attempt = ticket.attempts + 1;
    // The handler may kill the process. Because the attempt is counted first, a delivery that does so every time reaches its last
    // attempt.
    await mark(() => tables().waiting.setAttempts(ticket.id, attempt));
    if (signal.aborted) return later;
    let delivery: ReturnType<ReturnType<typeof tables>['waiting']['read']>;
    try {
      delivery = tables().waiting.read(ticket.id);
    } catch (error) {
      return unreadable(ticket, error);
    }
    if (delivery === undefined) return gone();
    ticket.attempts = attempt;
    const disposition = await run({ delivery, attempt, firstFailedAt: ticket.firstFailedAt, signal });
    if (signal.aborted) return disposition; // handed back to the next consumer
    if (disposition.next === 'retry') ticket.firstFailedAt ??= Date.now();
    if (disposition.next === 'retry') await keep(() => tables().waiting.postpone(ticket, disposition));
    if (disposition.next === 'done') await takeOut(ticket, () => undefined);
    if (disposition.next === 'dead')
      await takeOut(ticket, () => tables().waiting.content(ticket.id), disposition.error, disposition.attempts);
    return disposition;
  }

  /** Only this process removes deliveries, so another program has changed the file in place. */
  function gone(): Disposition {
    tally.waiting -= 1;
    const message =
      'a delivery is gone from the inbox: another program has changed the file, or another process works on it';
    fault({ fault: 'damaged', message, cause: undefined });
    return { next: 'done' };
  }

  /** Its content is buried, if there is any. */
  async function takeOut(
    { id, attempts }: Ticket,
    contentOf: () => Content | undefined,
    error = '',
    made = attempts,
  ): Promise<void> {
    let tries = 0;
    await keep(() => {
      const { waiting } = tables();
      const content = contentOf();
      tries += 1;
      // Removed first: in a full file the only room for a dead letter is where the delivery was.
      if (tries <= patience.removal) waiting.remove(id);
      else waiting.abandon(id);
      tally.waiting -= 1;
      if (content !== undefined) bury(content, error, made);
    });
  }

  /**
   * Damage is permanent, so the delivery is buried with what can be read. Another error may pass, but must not block the lane for
   * ever.
   */
  async function unreadable(ticket: Ticket, cause: unknown): Promise<Disposition> {
    const times = (failedReads.get(ticket.id) ?? 0) + 1;
    failedReads.set(ticket.id, times);
    const isDamaged = cause instanceof SyntaxError || kindOfError(cause) === 'CORRUPT';
    if (!isDamaged && times < patience.delivery) return later;
    failedReads.delete(ticket.id);
    const error = `the delivery cannot be read: ${isDamaged ? 'it is damaged in the store' : errorMessage(cause)}`;
    // Outside the transaction: in libsql 0.5 a failed read also undoes the changes after it.
    const content = { lane: ticket.lane ?? null, ...tables().waiting.salvage(ticket.id) };
    await takeOut(ticket, () => content, error);
    fault({ fault: 'damaged', message: `${error}; it is a dead letter now, with what could be read`, cause });
    return { next: 'dead', error };
  }

  function stop(timeoutMs: number): Promise<number> {
    stopped = true;
    clearImmediate(loading);
    return scheduler.stop(timeoutMs);
  }

  return {
    get running() {
      return scheduler.running;
    },
    stop,
  };
}
