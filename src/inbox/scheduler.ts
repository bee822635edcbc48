import { longestTimer, within } from '../promises/within';
import { Fifo } from './fifo';
import type { Disposition } from './inbox';
import { Stopping } from './stopping';

/** One stored delivery to be handled, as the scheduler of an embedded engine sees it. */
export interface Ticket {
  readonly id: number;
  /** The key of its lane; undefined: none. */
  lane: string | undefined;
  attempts: number;
  firstFailedAt: number | undefined;
}

/**
 * Hands one ticket to the handler, and resolves once its end is recorded. Never rejects. An engine that records ends in portions calls
 * `freeSlot` as soon as the handler has ended: another lane may begin then, while the ticket's own lane waits for the record.
 */
export type Serve = (ticket: Ticket, stopping: Stopping, freeSlot: () => void) => Promise<Disposition>;

/** Decides which delivery is next, in one process: in order within a lane, lanes in parallel, retries when they are due. */
export interface Scheduler {
  /** A ticket that is due in `inMs`, at the end of its lane. */
  add(ticket: Ticket, inMs?: number): void;
  /** Starts nothing more; resolves with how many still ran or were unrecorded after `timeoutMs`, their signals aborted. */
  stop(timeoutMs: number): Promise<number>;
  /** Whether another ticket of its lane waits for this one. */
  hasFollower(ticket: Ticket): boolean;
  /** How many have no recorded end yet: those that have a slot, and `unrecorded`. */
  readonly running: number;
  /** How many have given back their slot, but have no recorded end yet. */
  readonly unrecorded: number;
}

/** For a ticket handler that rejects against its contract: neither the ticket nor its slot may be lost. */
const puzzled: Disposition = { next: 'retry', inMs: 60_000, hold: false, error: 'it could not be handled' };

/**
 * A lane is a queue whose first ticket is either ready, running or between two attempts; the others wait for it. Only first
 * tickets are ever in `ready`, so a failing one blocks only its own lane. At most `concurrency` run at once.
 */
export function makeScheduler(serve: Serve, concurrency: number): Scheduler {
  const lanes = new Map<string, Fifo<Ticket>>();
  const ready = new Fifo<Ticket>();
  const timers = new Set<NodeJS.Timeout>();
  const served = new Map<Ticket, Stopping>();
  const unrecorded = new Set<Ticket>();
  let stopped = false;
  const idle: (() => void)[] = [];

  function add(ticket: Ticket, inMs = 0): void {
    if (ticket.lane === undefined) return makeReady(ticket, inMs);
    const lane = lanes.get(ticket.lane);
    if (lane !== undefined) return lane.push(ticket);
    lanes.set(ticket.lane, new Fifo(ticket));
    makeReady(ticket, inMs);
  }

  /** Makes a first ticket ready, at once or when it is due. */
  function makeReady(ticket: Ticket, inMs: number): void {
    if (inMs > 0) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          ready.push(ticket);
          pump();
        },
        Math.min(inMs, longestTimer),
      );
      timers.add(timer);
      timer.unref();
      return;
    }
    ready.push(ticket);
    pump();
  }

  function pump(): void {
    while (!stopped && served.size < concurrency) {
      const ticket = ready.shift();
      if (ticket === undefined) return;
      const stopping = new Stopping();
      served.set(ticket, stopping);
      void serve(ticket, stopping, () => freeSlot(ticket)).then(
        (disposition) => end(ticket, disposition),
        () => end(ticket, puzzled),
      );
    }
  }

  function freeSlot(ticket: Ticket): void {
    if (!served.delete(ticket)) return;
    unrecorded.add(ticket);
    pump();
  }

  function end(ticket: Ticket, disposition: Disposition): void {
    served.delete(ticket);
    unrecorded.delete(ticket);
    const isHeld = disposition.next === 'retry' && disposition.hold;
    if (!isHeld) leave(ticket);
    if (disposition.next === 'retry') makeReady(ticket, disposition.inMs);
    if (left() === 0) for (const done of idle.splice(0)) done();
    pump();
  }

  /** Removes the first ticket of a lane, so that the next one becomes first. */
  function leave(ticket: Ticket): void {
    const { lane: name } = ticket;
    if (name === undefined) return;
    ticket.lane = undefined;
    const lane = lanes.get(name);
    lane?.shift();
    const first = lane?.first;
    if (first === undefined) lanes.delete(name);
    else makeReady(first, 0);
  }

  const left = () => served.size + unrecorded.size;

  return {
    add,
    hasFollower: ({ lane }) => lane !== undefined && (lanes.get(lane)?.length ?? 0) > 1,
    async stop(timeoutMs) {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      if (left() > 0 && timeoutMs > 0) {
        const isIdle = new Promise<void>((resolve) => idle.push(resolve));
        await within(timeoutMs, isIdle, () => undefined);
      }
      for (const stopping of served.values()) stopping.stop(new DOMException('the inbox stops', 'AbortError'));
      return left();
    },
    get running() {
      return left();
    },
    get unrecorded() {
      return unrecorded.size;
    },
  };
}
