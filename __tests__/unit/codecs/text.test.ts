import { text } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

describe('text', () => {
  it.each<[unknown, string]>([
    ['', ''],
    ['u_alice', 'u_alice'],
    ['1001', '1001'],
    ['\u0000', '\u0000'],
    ['\ud800', '\ud800'], // half a surrogate pair is left as it is
    [1001, '1001'],
    [-1.5, '-1.5'],
    [-0, '0'],
    [true, 'true'],
    [false, 'false'],
    [2 ** 53 - 1, '9007199254740991'],
  ])('reads %j as %j', (input, expected) => {
    expect(value(text, input)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [Number.NaN, ': text, number'],
    [Number.POSITIVE_INFINITY, ': text, number'],
    [null, ': text, null'],
    [undefined, ': text, nothing'],
    [['a'], ': text, list'],
    [{ toString: () => 'a' }, ': text, object'],
    [1n, ': text, bigint'],
    [Symbol('a'), ': text, symbol'],
    [2 ** 57, ': text, rounded number'], // a parser in front of ours lost its last digits
  ])('refuses %p', (input, expected) => {
    expect(problems(text, input)).toEqual([expected]);
  });
});
