import type { Scheduler } from '../scheduler';
import { type Hand, helping } from './hand';
import type { Lease, Position, Row } from './lease';
import type { Ledger } from './ledger';
import type { Read, Reading, Wanted, Why } from './read';

export interface TakeInNeeds {
  hand: Hand;
  ledger: Ledger;
  scheduler: Pick<Scheduler, 'add'>;
}

/**
 * Holds what was read, and notes how far each share was read. Late deliveries come first: those after them may have been sent
 * later.
 */
export function takeIn(reading: Reading, { leases, most, hungry, aside }: Wanted, needs: TakeInNeeds): void {
  const { hand, ledger } = needs;
  const gone = hand.dropped(); // it was read before it was gone
  const byShare = new Map(leases.filter(({ ended }) => !ended).map((lease) => [lease.share, lease]));
  const rows = (why: Why) => reading.rows.filter((row) => row.why === why && byShare.has(row.share));

  function take(row: Read, isNext = false): void {
    const lease = byShare.get(row.share);
    // Its lease may end with the one before it, which finds that all have run out.
    if (lease === undefined || lease.ended || hand.get(row.id) !== undefined || gone.has(row.id)) return;
    if (isNext || hand.takes({ ...row, lease })) add(row, lease, needs);
  }

  for (const { id } of reading.rows) ledger.note(id, reading.server);
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
  for (const lease of leases) notePage(lease, reading, { most, aside, found: paged.get(lease.share) ?? 0 });
}

function turnPage(lease: Lease | undefined, { xid, id }: Position): void {
  if (lease !== undefined) lease.page = { xid, id };
}

/** How far a share was read. */
function notePage(
  lease: Lease,
  { next, underWay }: Reading,
  { most, aside, found }: { most: number; aside: boolean; found: number },
): void {
  // Past what is dead: as long as any transaction keeps vacuum from it, each reading would look at it again.
  if (aside && most > 0 && found === 0) turnPage(lease, { xid: next - 1, id: Number.MAX_SAFE_INTEGER });
  lease.late = underWay.filter((xid) => xid <= lease.page.xid);
  if (most === 0) return;
  if (found === most) lease.wanted = lease.behind = true;
  if (!lease.wanted) lease.behind = false;
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
    stopping: undefined,
  };
  hand.add(row);
  scheduler.add(ticket, inMs);
}
