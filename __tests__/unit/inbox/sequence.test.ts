import fc from 'fast-check';
import { dueAt, dueHoles, type Sequence, withNumber, withoutHoles } from '../../../src/inbox/sequence';

const grace = 1000;
const start = 1_718_000_000_000;

/** Takes numbers one by one, each a millisecond after the one before. */
function taken(numbers: readonly number[], at?: (i: number) => number): Sequence {
  let known: Sequence | undefined;
  for (const [i, number] of numbers.entries()) known = withNumber(known, number, at?.(i), start + i, grace);
  return known as Sequence;
}

const missing = (known: Sequence) => known.holes.map(([from, to]) => [from, to]);

describe('the numbers of a conversation', () => {
  it.each([
    ['the first one, wherever it begins', [5000], 5000, []],
    ['in order', [7, 8, 9], 9, []],
    ['with some missing', [7, 8, 12], 12, [[9, 11]]],
    ['out of order, complete in the end', [1, 4, 2, 3, 5], 5, []],
    ['a hole filled from both ends', [1, 10, 2, 9], 10, [[3, 8]]],
    [
      'a hole split in the middle',
      [1, 10, 5],
      10,
      [
        [2, 4],
        [6, 9],
      ],
    ],
    ['one twice', [1, 2, 2, 3, 3], 3, []],
    ['one late, reported long ago', [10, 11, 3], 11, []],
    ['a random one among others', [10, 4_000_000_000, 11, 77_000, 12], 12, []],
    [
      'a real jump: two numbers near each other',
      [10, 50_000, 50_002],
      50_002,
      [
        [11, 49_999],
        [50_001, 50_001],
      ],
    ],
    [
      'a real jump that came the wrong way round',
      [10, 50_002, 50_000],
      50_002,
      [
        [11, 49_999],
        [50_001, 50_001],
      ],
    ],
  ])('%s', (_name, numbers, top, holes) => {
    const known = taken(numbers);
    expect([known.top, missing(known)]).toEqual([top, holes]);
  });

  it('restarts with a group that is created again under its id, once two messages show it', () => {
    const hour = 3_600_000;
    const known = taken([900, 901, 1, 2, 3], (i) => i * hour);
    expect([known.top, missing(known)]).toEqual([3, []]);
  });

  it('is not led astray by one random number below the others', () => {
    const hour = 3_600_000;
    const known = taken([50_000, 50_001, 77, 50_002], (i) => i * hour);
    expect([known.top, missing(known)]).toEqual([50_002, []]);
  });

  it('is the very same where nothing changes', () => {
    const known = taken([1, 2, 3]);
    expect(withNumber(known, 2, undefined, 9, grace)).toBe(known);
  });

  it('gives a hole its grace time, and forgets it when it is reported', () => {
    const known = taken([1, 3]); // the hole is seen at 1 ms
    expect(dueAt(known, grace)).toBe(start + 1001);
    expect(dueHoles(known, start + 1000, grace)).toEqual([]);
    const due = dueHoles(known, start + 1001, grace);
    const rest = withoutHoles(known, due);
    expect(due).toEqual([[2, 2, start + 1]]);
    expect([dueAt(rest, grace), rest.top]).toEqual([undefined, 3]);
  });

  it('remembers a bounded number of holes, the oldest due at once', () => {
    const known = taken(Array.from({ length: 40 }, (_, i) => i * 2 + 1));
    const due = dueHoles(known, start + 40, grace);
    expect(withoutHoles(known, due).holes).toHaveLength(16);
    expect(due.every(([, , since]) => since === 0)).toBe(true);
    expect(due).toHaveLength(39 - 16);
  });

  it('never misses and never invents one, whatever the order', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(some, (numbers) => {
        const known = taken(numbers);
        const lowest = numbers[0] as number;
        const expected = [];
        for (let n = lowest + 1; n <= Math.max(...numbers); n++) if (!numbers.includes(n)) expected.push(n);
        const told = known.holes.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
        expect(told.sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
