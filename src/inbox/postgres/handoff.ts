import type { Scheduler } from '../scheduler';
import type { Content } from './content';
import type { Hand } from './hand';
import { isAfter, type Lease, newestGeneration, type Row } from './lease';
import type { Ledger } from './ledger';
import type { Name, Place } from './place';

/** A delivery that this process has just stored. */
export interface JustStored extends Name, Place {
  readonly content: Content;
}

/** What became of a portion: what was stored, and by which server; undefined where that is not known. */
export type Outcome = { readonly rows: readonly JustStored[]; readonly server: string } | undefined;

/** Passes what this process has just stored to its own worker if it holds the lease: then nobody reads it from the table. */
export interface Handoff {
  /** A portion is sent; what is returned is to be called with what became of it. */
  sent(): (outcome: Outcome) => void;
}

export interface HandoffNeeds {
  leases: ReadonlyMap<number, Lease>;
  ledger: Ledger;
  hand: Hand;
  scheduler: Pick<Scheduler, 'add'>;
  /** Whether this worker has its leases still, and hands out. */
  good(): boolean;
  /** Reads these shares from the table, because what was stored in them was not passed on from memory. */
  wake(shares: readonly number[]): void;
}

interface Portion {
  /** A lease that is newer was another worker's meanwhile, who may have handled what was stored. */
  readonly generation: number;
  rows: readonly JustStored[];
  /** Those that were on their way when this one was stored: the ids that are missing before its own may be theirs. */
  waitsFor: Set<Portion>;
}

export function makeHandoff({ leases, ledger, hand, scheduler, good, wake }: HandoffNeeds): Handoff {
  const underWay = new Set<Portion>();
  /** Stored, in their order. */
  let waiting: Portion[] = [];

  function ended(portion: Portion, outcome: Outcome): void {
    underWay.delete(portion);
    for (const other of waiting) other.waitsFor.delete(portion);
    if (outcome !== undefined) {
      portion.rows = outcome.rows.filter(({ share }) => leases.has(share));
      for (const { id } of outcome.rows) ledger.note(id, outcome.server);
      portion.waitsFor = new Set(underWay);
      if (portion.rows.length > 0) waiting.push(portion);
    }
    waiting = waiting.filter(({ rows, waitsFor, generation }) => {
      const isWhole = ledger.isWhole(rows.at(-1)?.id ?? 0);
      if (!isWhole && waitsFor.size > 0) return true;
      const left = isWhole && good() ? rows.filter((row) => !take(row, generation)) : rows;
      if (left.length > 0) wake(left.map(({ share }) => share));
      return false;
    });
  }

  function take({ share, xid, id, lane, content }: JustStored, generation: number): boolean {
    const lease = leases.get(share);
    if (lease === undefined || lease.generation > generation) return false;
    if (hand.get(id) !== undefined) return true; // it was read before we were told that it is stored
    if (!isAfter({ xid, id }, lease.page)) return !lease.late.includes(xid);
    if (lease.ended || lease.behind) return false;
    const at = { share, xid, id, lease, lane };
    // Once one is left to the table, so is all that comes after it in its share.
    if (hand.room() === 0 || !hand.takes(at)) {
      lease.behind = true;
      return false;
    }
    const name = lane === null ? undefined : `${lease.generation}/${lane}`;
    const ticket = { id, lane: name, attempts: 0, firstFailedAt: undefined };
    const row: Row = { ...at, ticket, content, stage: 'waits', stopping: undefined };
    hand.add(row);
    scheduler.add(ticket, 0);
    return true;
  }

  return {
    sent() {
      const portion: Portion = { generation: newestGeneration(), rows: [], waitsFor: new Set() };
      underWay.add(portion);
      return (outcome) => ended(portion, outcome);
    },
  };
}
