import { createHash } from 'node:crypto';
import { digestRing } from '../../../../src/inbox/sqlite/digest-ring';

const digest = (n: number) => createHash('sha256').update(String(n)).digest();
/** The same place in the table for all: the first word alone says it. */
const clash = (n: number) => Buffer.concat([Buffer.alloc(4, 7), digest(n).subarray(0, 12)]);

describe.each([
  ['digests', digest],
  ['digests that want one place', clash],
])('a ring of %s', (_, make) => {
  it('has what was pushed and not dropped, in any order of pushing and dropping at both ends', () => {
    const ring = digestRing();
    const model: number[] = [];
    let next = 0;
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    for (let step = 0; step < 60; step++) {
      for (let i = random(100); i > 0; i--) {
        model.push(next);
        ring.push(make(next), 0);
        next += 1;
      }
      const old = Math.min(model.length, random(60));
      ring.dropOldest(old);
      model.splice(0, old);
      const fresh = Math.min(model.length, random(20));
      ring.dropNewest(fresh);
      model.splice(model.length - fresh);
      expect(ring.size).toBe(model.length);
      const wrong = Array.from({ length: next }, (_, n) => n).filter((n) => ring.has(make(n), 0) !== model.includes(n));
      expect(wrong).toEqual([]);
    }
    const all = Buffer.concat(model.map((n) => make(n).subarray(0, 16)));
    expect(ring.slice(0, model.length + 5).equals(all)).toBe(true);
    expect(ring.slice(2, 3).equals(all.subarray(32, 80))).toBe(true);
  });
});

it('holds more than it began with, around its end as well', () => {
  const ring = digestRing();
  for (let n = 0; n < 1000; n++) ring.push(digest(n), 0);
  ring.dropOldest(900);
  for (let n = 1000; n < 5000; n++) ring.push(digest(n), 0);
  expect(ring.size).toBe(4100);
  expect([899, 900, 4999, 5000].map((n) => ring.has(digest(n), 0))).toEqual([false, true, true, false]);
});
