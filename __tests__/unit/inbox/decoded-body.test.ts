/** Decoded bodies that wait for the first attempt of their delivery. */
import { noteShown } from '../../../src/callback/shown-body';
import { keepDecoded, takeDecoded } from '../../../src/inbox/decoded-body';
import { delivery } from '../../support/inbox/deliveries';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.runAllTimers();
  jest.useRealTimers();
});

it('are given once', () => {
  const [one, other, decoded] = [delivery(), delivery(), { GroupId: 'g' }];
  keepDecoded(one, decoded);
  expect([takeDecoded(other), takeDecoded(one), takeDecoded(one)]).toEqual([undefined, decoded, undefined]);
});

it('are not given once the host has asked for them', () => {
  const [one, decoded] = [delivery(), { GroupId: 'g' }];
  keepDecoded(one, decoded);
  noteShown(decoded);
  expect(takeDecoded(one)).toBeUndefined();
});

it('are kept of the latest 1 MiB of bodies, because objects take many times the memory of their text', () => {
  const many = Array.from({ length: 20 }, (_, i) => delivery({ body: JSON.stringify([i, 'x'.repeat(100_000)]) }));
  for (const [i, one] of many.entries()) keepDecoded(one, { i });
  expect(many.flatMap((one) => takeDecoded(one) ?? [])).toEqual(
    [10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((i) => ({ i })),
  );
  const large = delivery({ body: JSON.stringify('x'.repeat(2 ** 20)) });
  keepDecoded(large, {});
  expect(takeDecoded(large)).toBeUndefined();
});

it('are forgotten where nobody takes them', () => {
  const one = delivery();
  keepDecoded(one, { GroupId: 'g' });
  jest.advanceTimersByTime(5000);
  expect(takeDecoded(one)).toBeUndefined();
  keepDecoded(one, { GroupId: 'h' });
  expect(takeDecoded(one)).toEqual({ GroupId: 'h' });
});

it('are in nothing that is written of a delivery', () => {
  const one = delivery();
  const before = JSON.stringify(one);
  keepDecoded(one, { GroupId: 'g' });
  expect([JSON.stringify(one), Object.keys(structuredClone(one))]).toEqual([before, Object.keys(one)]);
});
