import type { Reading } from './read';

/**
 * Which deliveries have been stored, by their ids: those that this process stored or read. An id that is missing among them may be
 * another process's, and its delivery earlier than ours: then ours is not handed out before the table was read.
 */
export interface Ledger {
  /** This one was stored here, or read. `server`: which PostgreSQL gave the id. */
  note(id: number, server: string): void;
  /** Whether all up to this one are known, or will never be. */
  isWhole(id: number): boolean;
  /** The highest one that is known. */
  readonly highest: number;
  /** Whether an id is missing: then a read must draw a transaction number, or `read` does not help. */
  readonly hasGap: boolean;
  /**
   * All shares were read. Each transaction with an id up to `highest`, as it was when the read was sent, has a lower number than the
   * read has drawn. Once none of them is under way, a read has seen all of them. The list of those under way alone does not say so:
   * a snapshot does not list transactions that are newer than all that have ended.
   */
  read(highest: number, seen: Pick<Reading, 'underWay' | 'drawn'>): void;
  /** Nothing is known any more. */
  reset(): void;
}

/** Ids beyond a missing one that are remembered: with more, all that stand in the table are read. */
const mostBeyond = 50_000;

export function makeLedger(): Ledger {
  let upTo = Number.NEGATIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let of: string | undefined;
  const beyond = new Set<number>();
  /** To be known once no transaction before this one is under way any more. */
  let pending: { readonly highest: number; readonly before: number } | undefined;

  function reset(): void {
    upTo = highest = Number.NEGATIVE_INFINITY;
    beyond.clear();
    pending = undefined;
  }

  function close(id: number): void {
    if (id > upTo) upTo = id;
    for (const one of beyond) if (one <= upTo) beyond.delete(one);
    while (beyond.delete(upTo + 1)) upTo += 1;
  }

  return {
    note(id, server) {
      // A restart may be a fail-over, after which ids are given a second time.
      if (server !== of) reset();
      of = server;
      if (id > highest) highest = id;
      if (id <= upTo) return;
      if (id !== upTo + 1) {
        beyond.add(id);
        if (beyond.size > mostBeyond) reset();
        return;
      }
      upTo = id;
      while (beyond.delete(upTo + 1)) upTo += 1;
    },
    isWhole: (id) => id <= upTo,
    get highest() {
      return highest;
    },
    get hasGap() {
      return beyond.size > 0;
    },
    read(sentHighest, { underWay, drawn }) {
      if (beyond.size === 0) return;
      if (pending !== undefined) {
        const { before } = pending;
        if (underWay.some((xid) => xid < before)) return;
        close(pending.highest);
      }
      pending = beyond.size === 0 || drawn === undefined ? undefined : { highest: sentHighest, before: drawn };
    },
    reset,
  };
}
