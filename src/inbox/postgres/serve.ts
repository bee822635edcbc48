import { HandedOut } from '../handed-out';
import type { Disposition, InboxFault, Run, StoredDelivery } from '../inbox';
import type { Serve } from '../scheduler';
import type { Stopping } from '../stopping';
import { type Content, contentReader, fromContent } from './content';
import type { Database } from './database';
import type { DeadLetters } from './dead-letters';
import { longestAsideMs } from './feed';
import type { Hand } from './hand';
import type { Row } from './lease';
import type { Records } from './record';
import { type Turnstile, transactionOf } from './transaction';

export interface ServeNeeds {
  database: Database;
  hand: Hand;
  records: Records;
  dead: DeadLetters;
  enter: Turnstile;
  run: Run;
  /** Repeats a change until PostgreSQL has made it, or the inbox is closed. */
  insist(change: () => Promise<unknown>): Promise<void>;
  /** Whether this worker has any leases. */
  good(): boolean;
  /** Whether a delivery that is ready now would begin at once. */
  slotsLeft(): boolean;
  /** Whether others may begin before what was handled is recorded. */
  mayRunAhead(): boolean;
  /** There is room in memory again. */
  roomMade(): void;
  fault(fault: InboxFault): void;
}

/** For a delivery that is handed to nobody; the worker with its lease will read it. */
const dropped: Disposition = { next: 'done' };

/** Has one delivery handled, and its end stored, before the next of its lane begins; others begin as soon as it is handled. */
export function serving(needs: ServeNeeds): Serve {
  const { database, hand, records, dead, enter, run, insist, good, slotsLeft, mayRunAhead, roomMade, fault } = needs;
  const read = contentReader(database);

  return async function serve(ticket, stopping, freeSlot) {
    const row = hand.get(ticket.id);
    if (row === undefined || row.ticket !== ticket || !good()) return dropped;
    row.lease.running += 1;
    row.stopping = stopping;
    try {
      return await serveRow(row, stopping, freeSlot);
    } finally {
      row.stopping = undefined;
      row.lease.running -= 1;
      roomMade();
    }
  };

  async function serveRow(row: Row, stopping: Stopping, freeSlot: () => void): Promise<Disposition> {
    const kept = row.content;
    hand.begin(row);
    await records.begun(row);
    const content = kept ?? (stopping.isStopped ? undefined : await insistOn(row));
    if (stopping.isStopped || content === undefined) return forgotten(row);
    const { ticket } = row;
    ticket.attempts += 1;
    const delivery = parsed(content);
    if (delivery === undefined) return unreadable(row);
    const transaction = transactionOf(database, row, enter);
    const { attempts: attempt, firstFailedAt } = ticket;
    row.stage = 'started';
    const disposition = await run(new HandedOut(delivery, attempt, firstFailedAt, stopping, transaction));
    if (stopping.isStopped && !transaction.committed) return handedBack(row, disposition);
    if (mayRunAhead()) freeSlot();
    return ended(row, disposition, transaction.committed);
  }

  /** Leaves it to the next consumer. If the end of this consumer aborts it, its attempt is already counted. */
  function handedBack(row: Row, disposition: Disposition): Disposition {
    if (row.lease.ended) records.over(row);
    return disposition;
  }

  async function insistOn(row: Row): Promise<Content | undefined> {
    let content: Content | undefined;
    await insist(async () => {
      content = await read(row);
    });
    return content;
  }

  async function ended(row: Row, disposition: Disposition, committed: boolean): Promise<Disposition> {
    if (disposition.next === 'retry') return postpone(row, disposition);
    if (disposition.next === 'dead') await bury(row, disposition.error, disposition.attempts);
    else if (committed) records.over(row);
    else await records.done(row, slotsLeft() ? hand.follower(row) : undefined);
    hand.drop(row);
    return disposition;
  }

  /** The delivery is gone from its table, or goes to another worker. */
  async function forgotten(row: Row): Promise<Disposition> {
    if (!row.lease.ended) hand.drop(row);
    records.over(row);
    return dropped;
  }

  async function postpone(row: Row, retry: Disposition & { next: 'retry' }): Promise<Disposition> {
    const { ticket } = row;
    const { inMs, hold } = retry;
    row.stage = 'waits';
    ticket.firstFailedAt ??= Date.now();
    if (hold) hand.hold(row);
    else hand.stepAside(row);
    const text = `
UPDATE ${database.schema}.delivery SET attempts = $4, first_failed_at = $5, due_at = ${now} + $6::bigint, delay_ms = $6, aside = $7
WHERE share = $1 AND xid = $2 AND id = $3`;
    const values = [row.share, row.xid, row.id, ticket.attempts, ticket.firstFailedAt, inMs, !hold];
    await insist(() => database.query({ name: 'postpone', text, values }));
    records.over(row);
    if (hold || inMs <= longestAsideMs) return retry;
    hand.drop(row); // it is read again when it is due
    return dropped;
  }

  async function bury(row: Row, error: string, attempts = row.ticket.attempts): Promise<void> {
    await insist(() => dead.bury(row, error, attempts));
    records.over(row);
    void dead.trim().catch(() => {}); // housekeeping tries again
  }

  /** Only a manual change of the tables causes this. */
  async function unreadable(row: Row): Promise<Disposition> {
    const error = 'the delivery cannot be read: it is damaged in the store';
    await bury(row, error);
    fault({ fault: 'damaged', message: `${error}; it is a dead letter now`, cause: undefined });
    hand.drop(row);
    return dropped;
  }
}

const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

function parsed(content: Content): StoredDelivery | undefined {
  try {
    return fromContent(content);
  } catch {
    return undefined;
  }
}
