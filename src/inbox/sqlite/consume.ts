import { errorMessage } from '../error-message';
import { HandedOut } from '../handed-out';
import type { ConsumeOptions, Consumer, Disposition, Run } from '../inbox';
import { makeScheduler, type Ticket } from '../scheduler';
import type { Stopping } from '../stopping';
import type { Content } from './content';
import { kindOfError } from './error';
import { makeIntake } from './intake';
import type { SqliteStore } from './store';

/**
 * How many tries there are, one a second: to read a delivery before it is buried, and to remove content before it is left in the
 * file.
 */
const patience = { delivery: 20, removal: 2 };
/**
 * The most deliveries that may be handled but not recorded while others begin. After a crash they are handled again. It also limits
 * how many handlers begin in one turn of the event loop, if they end at once.
 */
const mostUnrecorded = 256;
/** For a delivery that could not be read; this does not count as an attempt. */
const later: Disposition = { next: 'retry', inMs: 1000, hold: true, error: 'the inbox cannot be read' };

/**
 * Hands the stored deliveries to `run`. Tickets are kept in memory. The content is read when its turn comes, except for the latest
 * deliveries, which are still in memory.
 */
export function consumeStore(store: SqliteStore, run: Run, { concurrency, onFault }: ConsumeOptions): Consumer {
  const { tables, tally, bury, keep, mark, isBehind } = store;
  const scheduler = makeScheduler(serve, concurrency);
  const failedReads = new Map<number, number>();
  const fault = onFault ?? (() => {});
  const intake = makeIntake({ waiting: () => tables().waiting, scheduler, fault });
  store.listen({ stored: intake.stored, more: intake.wake, fault, superseded: () => void stop(0) });
  intake.wake();

  /**
   * Stores the end of an attempt before the next delivery of the conversation begins, so that a crash cannot bring it back after
   * that one. Other conversations do not wait for that. But while the disk accepts no record, every handler that ends keeps its
   * slot, so soon no handler begins.
   */
  async function serve(ticket: Ticket, stopping: Stopping, freeSlot: () => void): Promise<Disposition> {
    const attempt = ticket.attempts + 1;
    // The handler may kill the process. So count the attempt first: a delivery that kills it every time reaches its last attempt.
    await mark(() => tables().waiting.begun.count(ticket.id, attempt));
    if (stopping.isStopped) return later;
    let delivery = intake.take(ticket.id);
    try {
      delivery ??= tables().waiting.read(ticket.id);
    } catch (error) {
      return unreadable(ticket, error);
    }
    if (delivery === undefined) return gone();
    ticket.attempts = attempt;
    const disposition = await run(new HandedOut(delivery, attempt, ticket.firstFailedAt, stopping));
    if (stopping.isStopped) return disposition; // the next consumer gets it
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
      // Removed first: in a full file the only room for a dead letter is where the delivery was.
      if (tries <= patience.removal) waiting.remove(id);
      else waiting.abandon(id);
      tally.waiting -= 1;
      if (content !== undefined) bury(content, error, made);
    }, scheduler.hasFollower(ticket));
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
    intake.stop();
    return scheduler.stop(timeoutMs);
  }

  return {
    get running() {
      return scheduler.running;
    },
    stop,
  };
}
