import { boolean } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

describe('boolean', () => {
  it.each<[unknown, boolean]>([
    [true, true],
    [false, false],
    ['true', true],
    ['false', false],
    [1, true],
    [0, false],
  ])('reads %j as %j', (input, expected) => {
    expect(value(boolean, input)).toBe(expected);
  });

  it.each<[unknown, string]>([
    ['', ': boolean, string'],
    ['True', ': boolean, string'],
    ['0', ': boolean, string'],
    ['yes', ': boolean, string'],
    [2, ': boolean, number'],
    [null, ': boolean, null'],
    [undefined, ': boolean, nothing'],
    [[true], ': boolean, list'],
    [{}, ': boolean, object'],
  ])('refuses %p', (input, expected) => {
    expect(problems(boolean, input)).toEqual([expected]);
  });
});
