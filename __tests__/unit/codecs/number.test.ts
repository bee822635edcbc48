import { number } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

describe('number', () => {
  it.each<[unknown, number]>([
    [0, 0],
    [59.913868, 59.913868],
    [-10.752245, -10.752245],
    [1e300, 1e300],
    ['59.913868', 59.913868],
    ['-0.5', -0.5],
    ['12', 12],
    ['116.39747100000001', 116.39747100000001],
  ])('reads %j as %j', (input, expected) => {
    expect(value(number, input)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [Number.NaN, ': number, number'],
    [Number.NEGATIVE_INFINITY, ': number, number'],
    ['', ': number, string'],
    [' 1', ': number, string'],
    ['1.', ': number, string'],
    ['.5', ': number, string'],
    ['1,5', ': number, string'],
    ['1e3', ': number, string'],
    ['0x10', ': number, string'],
    ['+1', ': number, string'],
    ['Infinity', ': number, string'],
    ['1234567890123456', ': number, string'],
    [false, ': number, boolean'],
    [null, ': number, null'],
    [undefined, ': number, nothing'],
    [[1], ': number, list'],
  ])('refuses %p', (input, expected) => {
    expect(problems(number, input)).toEqual([expected]);
  });
});
