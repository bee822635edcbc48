import { firstRepeated, firstStranger, inTheirOrder } from '../../../src/catalogue/users-asked';

describe('users in an answer, against those in the request', () => {
  it.each<[string, string[], string[], number, number]>([
    ['in their order', ['a', 'b'], ['a', 'b', 'c'], -1, -1],
    ['in another order', ['c', 'a'], ['a', 'b', 'c'], -1, -1],
    ['none', [], ['a'], -1, -1],
    ['with a stranger', ['a', 'x'], ['a', 'b'], 1, -1],
    ['with one more than there are', ['a', 'b', 'x'], ['a', 'b'], 2, -1],
    ['with one of them twice', ['b', 'a', 'b'], ['a', 'b'], -1, 2],
    ['where nobody is asked about', ['a', 'a'], [], 0, 1],
    ['where the request names one twice, and so does the answer', ['a', 'a'], ['a', 'a'], -1, -1],
  ])('%s', (_case, answered, asked, stranger, repeated) => {
    expect(firstStranger(answered, asked)).toBe(stranger);
    expect(firstRepeated(answered, asked)).toBe(repeated);
  });
});

describe('users in the order of the request', () => {
  const asked = ['a', 'b', 'c', 'd'];

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
