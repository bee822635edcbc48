import { makeLedger } from '../../../../src/inbox/postgres/ledger';

const server = 'started at noon';

/** One in which all up to 10 are known. */
function upToTen() {
  const ledger = makeLedger();
  for (const id of [8, 9, 10]) ledger.note(id, server);
  ledger.read(ledger.highest, { underWay: [], drawn: 100 });
  ledger.read(ledger.highest, { underWay: [], drawn: 101 });
  return ledger;
}

it('knows nothing for certain before all shares were read twice', () => {
  const ledger = makeLedger();
  ledger.note(10, server);
  expect(ledger.isWhole(10)).toBe(false);
  ledger.read(ledger.highest, { underWay: [700], drawn: 701 });
  expect(ledger.isWhole(10)).toBe(false);
  ledger.read(ledger.highest, { underWay: [701], drawn: 702 });
  expect(ledger.isWhole(10)).toBe(true);
  expect(ledger.isWhole(11)).toBe(false);
});

it('waits for a transaction that may have drawn an id before the first of the two', () => {
  const ledger = makeLedger();
  ledger.note(10, server);
  ledger.read(ledger.highest, { underWay: [700], drawn: 702 });
  ledger.read(ledger.highest, { underWay: [700, 703], drawn: 704 });
  expect(ledger.isWhole(10)).toBe(false);
  ledger.read(ledger.highest, { underWay: [703], drawn: 705 });
  expect(ledger.isWhole(10)).toBe(true);
});

it('waits for a transaction that was too new for the list of those under way', () => {
  const ledger = makeLedger();
  ledger.note(10, server);
  ledger.read(ledger.highest, { underWay: [], drawn: 702 });
  ledger.read(ledger.highest, { underWay: [701], drawn: 703 });
  expect(ledger.isWhole(10)).toBe(false);
  ledger.read(ledger.highest, { underWay: [], drawn: 704 });
  expect(ledger.isWhole(10)).toBe(true);
});

it('goes on with what follows, in any order, and stops before an id that is missing', () => {
  const ledger = upToTen();
  for (const id of [12, 11, 14]) ledger.note(id, server);
  expect([12, 13, 14].map(ledger.isWhole)).toEqual([true, false, false]);
  ledger.note(13, server);
  expect(ledger.isWhole(14)).toBe(true);
});

it('is over an id that never comes once all shares were read twice', () => {
  const ledger = upToTen();
  ledger.note(12, server);
  ledger.read(ledger.highest, { underWay: [], drawn: 110 });
  ledger.note(13, server);
  ledger.read(ledger.highest, { underWay: [], drawn: 111 });
  expect([12, 13].map(ledger.isWhole)).toEqual([true, true]);
});

it('knows nothing of another server, or of one that was restarted', () => {
  const ledger = upToTen();
  ledger.note(5, 'started at one');
  expect([5, 10].map(ledger.isWhole)).toEqual([false, false]);
});

it('forgets everything when it is told to', () => {
  const ledger = upToTen();
  ledger.reset();
  expect(ledger.isWhole(10)).toBe(false);
});
