import type { Ticket } from '../scheduler';
import type { Stopping } from '../stopping';
import type { Content } from './content';
import type { Name } from './place';

/** A share of the conversations, leased to this worker. Taking the same share again makes a new lease. */
export interface Lease {
  readonly share: number;
  /** Lanes of an earlier lease of the same share may still be in the scheduler. */
  readonly generation: number;
  /** How far the share has been read: every visible delivery up to there is held, handled, or left to its lane. */
  page: Position;
  /** Transactions that were running when it was read: they may still add deliveries below `page`. */
  late: readonly number[];
  /** Whether there may be more to be read. */
  wanted: boolean;
  /** Whether the table may hold more of this share. Until it is read, nothing newer of it is taken from memory. */
  behind: boolean;
  /** Set once nothing more is handed out of it: another worker is to have it, or has it. */
  ended: boolean;
  readonly rows: Set<Row>;
  running: number;
}

/** The order of the transactions that stored: later deliveries come after those that were read, except in `late`. */
export type Position = Pick<Name, 'xid' | 'id'>;

/** A delivery in memory: it waits in the scheduler, runs, or is between two attempts. */
export interface Row extends Name {
  readonly lease: Lease;
  /** Null when it belongs to no lane, or its lane no longer waits for it. */
  lane: number | null;
  readonly ticket: Ticket;
  /** If it was not kept, it is read when its turn comes. */
  content: Content | undefined;
  /**
   * `noted`: its start is recorded, together with the end of its predecessor when it is sure to be next. `started`: its handler
   * was called.
   */
  stage: 'waits' | 'noted' | 'started';
  /** While its handler runs. */
  stopping: Stopping | undefined;
}

/** The deliveries of one conversation in memory. */
export interface LaneInHand {
  readonly lease: Lease;
  readonly lane: number;
  readonly rows: Set<Row>;
  /** Set when the table may hold more of it: those after this one. */
  more: Position | undefined;
  /** The lane waits for a failed delivery, so content is not kept meanwhile. */
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
