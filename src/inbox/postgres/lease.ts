import type { Ticket } from '../scheduler';
import type { Content } from './content';
import type { Name } from './place';

/** A share of the conversations that is this worker's for now. One that is taken anew is another lease. */
export interface Lease {
  readonly share: number;
  /** Lanes of an earlier lease of the same share may still be in the scheduler. */
  readonly generation: number;
  /** Up to where the share has been read: all that was visible up to there is in hand, handled, or left to its lane. */
  page: Position;
  /** Transactions that were under way when it was read, and that may add to what is below `page`. */
  late: readonly number[];
  /** Whether there may be more to be read. */
  wanted: boolean;
  /** Whether there is more to be read, for all that is known: until then nothing newer of it is taken in hand. */
  behind: boolean;
  /** Set once nothing more is handed out of it: another worker is to have it, or has it. */
  ended: boolean;
  readonly rows: Set<Row>;
  running: number;
}

/** In the order of the transactions that stored: what comes later stands behind what was read, but for `late`. */
export type Position = Pick<Name, 'xid' | 'id'>;

/** A delivery in hand: it waits in the scheduler, runs, or is between two attempts. */
export interface Row extends Name {
  readonly lease: Lease;
  /** Null where it is kept in order for nothing, or has stepped aside. */
  lane: number | null;
  readonly ticket: Ticket;
  /** Read when its turn comes, where it was not kept. */
  content: Content | undefined;
  /** `noted`: that it runs; with the end of the one before it, where it is sure to be next. `started`: its handler was called. */
  stage: 'waits' | 'noted' | 'started';
  /** While its handler runs. */
  controller: AbortController | undefined;
}

/** What is in hand of one conversation. */
export interface LaneInHand {
  readonly lease: Lease;
  readonly lane: number;
  readonly rows: Set<Row>;
  /** Where there may be more of it than is in hand: what comes after this one. */
  more: Position | undefined;
  /** It waits for a delivery that failed: its content is not kept meanwhile. */
  held: boolean;
}

export const start: Position = { xid: -1, id: -1 };

export function isAfter(one: Position, other: Position): boolean {
  return one.xid === other.xid ? one.id > other.id : one.xid > other.xid;
}

let generations = 0;

/** Of the leases that this process has taken last. */
export const newestGeneration = (): number => generations;

export function newLease(share: number): Lease {
  generations += 1;
  const fresh = { page: start, late: [], wanted: true, behind: true, ended: false, running: 0 };
  return { share, generation: generations, rows: new Set(), ...fresh };
}
