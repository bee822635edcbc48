import { firstRepeated, firstStranger, inTheirOrder } from '../../../src/catalogue/users-asked';

const asked = ['a', 'b', 'c', 'd'];

describe('inTheirOrder', () => {
  it.each([
    ['all of them', ['a', 'b', 'c', 'd'], true],
    ['some of them', ['b', 'd'], true],
    ['none of them', [], true],
    ['another order', ['b', 'a'], false],
    ['one of them twice', ['a', 'a', 'b'], false],
    ['the last one twice', ['d', 'd'], false],
    ['somebody else', ['a', 'x'], false],
    ['somebody else after all of them', ['a', 'b', 'c', 'd', 'x'], false],
  ])('%s: %j', (_which, answered, expected) => expect(inTheirOrder(answered, asked)).toBe(expected));

  it('nobody was asked about', () => expect([inTheirOrder([], []), inTheirOrder(['a'], [])]).toEqual([true, false]));
});

it('names the first stranger, and the first user who comes again', () => {
  expect(firstStranger(['d', 'x', 'a'], asked)).toBe(1);
  expect(firstRepeated(['d', 'a', 'd'], asked)).toBe(2);
  expect([firstStranger(['b', 'c'], asked), firstRepeated(['b', 'c'], asked)]).toEqual([-1, -1]);
});
