import { makeHand } from '../../../../src/inbox/postgres/hand';
import { newLease } from '../../../../src/inbox/postgres/lease';
import { makeLedger } from '../../../../src/inbox/postgres/ledger';
import type { Read } from '../../../../src/inbox/postgres/read';
import { takeIn } from '../../../../src/inbox/postgres/take-in';

/** A share that was read to its end before, and of which `found` deliveries were read now, at most two. */
function afterReading(found: number) {
  const lease = newLease(7);
  lease.wanted = lease.behind = false;
  const rows = Array.from({ length: found }, (_, i): Read => {
    const id = i + 1;
    const first = { attempts: 0, firstFailedAt: undefined, inMs: 0 };
    return { why: 'page', share: 7, xid: 100, id, lane: 1, ...first, head: '', body: '' };
  });
  const reading = { rows, underWay: [], next: 101, drawn: undefined, server: 'started at noon' };
  const wanted = { leases: [lease], most: 2, hungry: [], aside: false, draws: false };
  takeIn(reading, wanted, { hand: makeHand(), ledger: makeLedger(), scheduler: { add: () => {} } });
  return lease;
}

it('takes nothing from memory of a share that may have more in the table', () => {
  expect(afterReading(2)).toMatchObject({ wanted: true, behind: true });
});

it('takes from memory again once the table has no more', () => {
  expect(afterReading(1)).toMatchObject({ wanted: false, behind: false });
});
