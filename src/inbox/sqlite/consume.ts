import { errorMessage } from '../error-message';
import type { ConsumeOptions, Consumer, Disposition, Run } from '../inbox';
import { makeScheduler, type Ticket } from '../scheduler';
import type { Content } from './content';
import { kindOfError } from './error';
import { atMostOnceAMinute } from './once-a-minute';
import type { SqliteStore } from './store';
import type { DueTicket } from './waiting';

/** Tickets that are read at once; a large backlog must not stop the event loop. */
const portion = 1000;
/**
 * How often it is tried, once a second: to read tickets, before the worker counts as stalled; to read a delivery, before it is buried;
 * to remove content, before it is left where it is.
 */
const patience = { tickets: 5, delivery: 20, removal: 2 };
/**
 * Most deliveries that are handled and not recorded while others begin. After a crash they are handled again; and one turn of the event
 * loop has this many handlers begin at most, where they end at once.
 */
const mostUnrecorded = 256;
/** For a delivery that could not be read; it is no attempt. */
const later: Disposition = { next: 'retry', inMs: 1000, hold: true, error: 'the inbox cannot be read' };

/** Hands the stored deliveries to `run`. Only tickets are kept in memory; what was received is read when its turn comes. */
export function consumeStore(store: SqliteStore, run: Run, { concurrency, onFault }: ConsumeOptions): Consumer {
  const { tables, tally, bury, keep, mark, isBehind } = store;
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

  /** In a turn of its own, so that the ACKs of what was just committed leave before handlers begin. */
  function wake(): void {
    if (stopped) return;
    loading ??= setImmediate(loadTickets);
  }

  /** Takes in what came since the last time: before a start, just now, revived by another process; all the same. */
  function loadTickets(): void {
    loading = undefined;
    const loaded = ticketsAfter(lastId);
    for (const { ticket, inMs } of loaded) {
      lastId = ticket.id;
      scheduler.add(ticket, inMs);
    }
    if (loaded.length === portion) wake();
  }

  /** What cannot be read now is taken in after the next commit, or within a second. */
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
   * The end of an attempt is stored before the next of the conversation begins: then no crash brings it back after that one. Others
   * begin before that; but while the disk takes no record, every handler that ends keeps its slot, so that soon none begins.
   */
  async function serve(ticket: Ticket, signal: AbortSignal, freeSlot: () => void): Promise<Disposition> {
    const attempt = ticket.attempts + 1;
    // It may end the process: counted first, a delivery that does so every time comes to its last attempt.
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
    if (signal.aborted) return disposition; // handed back: it is the next consumer's
    if (!isBehind() && scheduler.unrecorded < mostUnrecorded) freeSlot();
    if (disposition.next === 'retry') await putOff(ticket, disposition);
    if (disposition.next === 'done') await takeOut(ticket, () => undefined);
    if (disposition.next === 'dead')
      await takeOut(ticket, () => tables().waiting.content(ticket.id), disposition.error, disposition.attempts);
    return disposition;
  }

  async function putOff(ticket: Ticket, retry: Disposition & { next: 'retry' }): Promise<void> {
    ticket.firstFailedAt ??= Date.now();
    await keep(() => tables().waiting.postpone(ticket, retry), scheduler.hasFollower(ticket));
  }

  /** Nobody but this process takes one out, so somebody has changed the file in place. */
  function gone(): Disposition {
    tally.waiting -= 1;
    const message =
      'a delivery is gone from the inbox: another program has changed the file, or another process works on it';
    fault({ fault: 'damaged', message, cause: undefined });
    return { next: 'done' };
  }

  /** Its content is to be buried, where there is some. */
  async function takeOut(
    ticket: Ticket,
    contentOf: () => Content | undefined,
    error = '',
    made = ticket.attempts,
  ): Promise<void> {
    const { id } = ticket;
    let tries = 0;
    await keep(() => {
      const { waiting } = tables();
      const content = contentOf();
      tries += 1;
      // Away first: in a file that is full there is room for a dead letter only where it stood.
      if (tries <= patience.removal) waiting.remove(id);
      else waiting.abandon(id);
      tally.waiting -= 1;
      if (content !== undefined) bury(content, error, made);
    }, scheduler.hasFollower(ticket));
  }

  /** Damage does not mend: it is buried with what can be read. Another error may pass, but not keep the lane for ever. */
  async function unreadable(ticket: Ticket, cause: unknown): Promise<Disposition> {
    const times = (failedReads.get(ticket.id) ?? 0) + 1;
    failedReads.set(ticket.id, times);
    const isDamaged = cause instanceof SyntaxError || kindOfError(cause) === 'CORRUPT';
    if (!isDamaged && times < patience.delivery) return later;
    failedReads.delete(ticket.id);
    const error = `the delivery cannot be read: ${isDamaged ? 'it is damaged in the store' : errorMessage(cause)}`;
    // Outside the transaction: in libsql 0.5 a read that fails takes the changes after it with it.
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
