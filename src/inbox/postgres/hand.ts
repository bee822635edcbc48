/**
 * The deliveries that a worker holds in memory: few, however many wait in the tables. Each conversation may fill a small part of
 * it; the rest of its deliveries stay in the table until that part is handled. So no conversation keeps the others out.
 */
import { isAfter, type LaneInHand, type Lease, type Position, type Row, start } from './lease';

/** How many deliveries are held at most: in all, of one lane, with their content, and how many characters of content. */
const most = { rows: 20_000, lane: 64, loaded: 2000, characters: 32 * 2 ** 20 };

type At = Pick<Row, 'lease' | 'lane'>;

export interface Hand {
  get(id: number): Row | undefined;
  /** Whether to hold a delivery that was just read; one whose lane is full is left for later. */
  takes(row: At & Position): boolean;
  add(row: Row): void;
  /** Drops a delivery that is over. */
  drop(row: Row): void;
  /** The next attempt of a delivery begins. */
  begin(row: Row): void;
  /** A delivery is between two attempts, and its lane waits for it. */
  hold(row: Row): void;
  /** The next delivery of a lane, if it is held. */
  follower(row: Row): Row | undefined;
  /** The lane of a delivery no longer waits for it. */
  stepAside(row: Row): void;
  /** Drops all deliveries of a lease. */
  forget(lease: Lease): void;
  /** How many more deliveries may be read with their content. */
  room(): number;
  /** The lanes from which more deliveries can be read. */
  hungry(): LaneInHand[];
  /** More of a lane was read: up to `last`, or to its end. */
  fed(lane: LaneInHand, last: Position | undefined): void;
  /** The ids that were dropped since the last call. */
  dropped(): ReadonlySet<number>;
}

/** How many deliveries of one such lane are read at once. */
export const helping = most.lane / 2;

export function makeHand(): Hand {
  const rows = new Map<number, Row>();
  const lanes = new Map<string, LaneInHand>();
  const full = new Set<LaneInHand>();
  let [loaded, usualLength] = [0, 1000];
  let dropped = new Set<number>();

  const nameOf = ({ lease, lane }: At) => `${lease.generation}/${lane}`;
  const laneOf = (at: At) => (at.lane === null ? undefined : lanes.get(nameOf(at)));

  function unload(row: Row): void {
    if (row.content !== undefined) loaded -= 1;
    row.content = undefined;
  }

  function leaveLane(row: Row): void {
    const lane = laneOf(row);
    lane?.rows.delete(row);
    if (lane?.rows.size === 0 && lane.more === undefined) lanes.delete(nameOf(row));
  }

  function drop(row: Row): void {
    if (rows.get(row.id) !== row) return;
    rows.delete(row.id);
    dropped.add(row.id);
    row.lease.rows.delete(row);
    unload(row);
    leaveLane(row);
  }

  return {
    get: (id) => rows.get(id),
    takes(row) {
      const lane = laneOf(row);
      if (lane === undefined) return true;
      if (lane.more === undefined && lane.rows.size >= most.lane) {
        // The held deliveries were read before this one.
        lane.more = [...lane.rows].reduce<Position>((last, one) => (isAfter(one, last) ? one : last), start);
        full.add(lane);
      }
      return lane.more === undefined || !isAfter(row, lane.more);
    },
    add(row) {
      rows.set(row.id, row);
      row.lease.rows.add(row);
      if (row.content !== undefined) {
        loaded += 1;
        usualLength += (row.content.head.length + row.content.body.length - usualLength) / 50;
      }
      if (row.lane === null) return;
      const lane = laneOf(row) ?? { lease: row.lease, lane: row.lane, rows: new Set(), more: undefined, held: false };
      lanes.set(nameOf(row), lane);
      lane.rows.add(row);
      if (lane.held) unload(row);
    },
    drop,
    begin(row) {
      unload(row);
      const lane = laneOf(row);
      if (lane !== undefined) lane.held = false;
    },
    hold(row) {
      const lane = laneOf(row);
      if (lane === undefined) return;
      lane.held = true;
      for (const other of lane.rows) unload(other);
    },
    follower(row) {
      const [first, second] = laneOf(row)?.rows ?? [];
      return first === row ? second : undefined;
    },
    stepAside(row) {
      leaveLane(row);
      row.lane = null;
    },
    forget(lease) {
      for (const row of [...lease.rows]) drop(row);
      for (const lane of full) if (lane.lease === lease) forgetLane(lane);
    },
    room() {
      const few = Math.min(most.loaded, Math.floor(most.characters / Math.max(usualLength, 100)));
      return Math.max(0, Math.min(few - loaded, most.rows - rows.size));
    },
    hungry: () => [...full].filter((lane) => lane.rows.size <= helping && !lane.lease.ended),
    fed(lane, last) {
      lane.more = last;
      if (last !== undefined) return;
      full.delete(lane);
      if (lane.rows.size === 0) lanes.delete(nameOf(lane));
    },
    dropped() {
      const since = dropped;
      dropped = new Set();
      return since;
    },
  };

  function forgetLane(lane: LaneInHand): void {
    full.delete(lane);
    lanes.delete(nameOf(lane));
  }
}
