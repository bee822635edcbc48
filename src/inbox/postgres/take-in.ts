import type { Scheduler } from '../scheduler';
import { type Hand, helping } from './hand';
import type { Lease, Row } from './lease';
import type { Read, Reading, Wanted, Why } from './read';

export interface TakeInNeeds {
  hand: Hand;
  scheduler: Pick<Scheduler, 'add'>;
}

/**
 * Holds what was read, and notes how far each share was read. Late deliveries come first: those after them may have been sent
 * later.
 */
export function takeIn(reading: Reading, { leases, most, hungry }: Wanted, needs: TakeInNeeds): void {
  const { hand } = needs;
  const gone = hand.dropped(); // it was read before it was removed
  const byShare = new Map(leases.filter(({ ended }) => !ended).map((lease) => [lease.share, lease]));
  const rows = (why: Why) => reading.rows.filter((row) => row.why === why && byShare.has(row.share));

  function take(row: Read, isNext = false): void {
    const lease = byShare.get(row.share);
    if (lease === undefined || hand.get(row.id) !== undefined || gone.has(row.id)) return;
    if (isNext || hand.takes({ ...row, lease })) add(row, lease, needs);
  }

  for (const row of rows('late')) take(row);
  for (const lane of hungry) {
    const next = rows('lane').filter((row) => row.lane === lane.lane && row.share === lane.lease.share);
    for (const row of next) take(row, true);
    if (!lane.lease.ended) hand.fed(lane, next.length < helping ? undefined : next.at(-1));
  }
  const paged = new Map<number, number>();
  for (const row of rows('page')) {
    take(row);
    paged.set(row.share, (paged.get(row.share) ?? 0) + 1);
    turnPage(byShare.get(row.share), row);
  }
  for (const row of rows('aside')) take(row);
  for (const lease of leases) {
    lease.late = reading.underWay.filter((xid) => xid <= lease.page.xid);
    lease.wanted ||= most > 0 && paged.get(lease.share) === most;
  }
}

function turnPage(lease: Lease | undefined, { xid, id }: Read): void {
  if (lease !== undefined) lease.page = { xid, id };
}

function add(read: Read, lease: Lease, { hand, scheduler }: TakeInNeeds): void {
  const { share, xid, id, lane, attempts, firstFailedAt, inMs, head, body } = read;
  const name = lane === null ? undefined : `${lease.generation}/${lane}`;
  const ticket = { id, lane: name, attempts, firstFailedAt };
  const row: Row = {
    share,
    xid,
    id,
    lease,
    lane,
    ticket,
    content: { head, body },
    stage: 'waits',
    controller: undefined,
  };
  hand.add(row);
  scheduler.add(ticket, inMs);
}
