import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { fields, integer, list, maxProblems, text } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

const integers = list(integer);
const receipts = list(fields('receipt', { MsgSeq: integer }, { ReadNum: integer }));

describe('list', () => {
  it.each<[unknown, unknown[]]>([
    [[], []],
    [null, []],
    [
      [1, 2],
      [1, 2],
    ],
    [
      ['1', 2, '3'],
      [1, 2, 3],
    ],
  ])('reads %j as %j', (input, expected) => {
    expect(value(integers, input)).toEqual(expected);
  });

  it('hands back the very list where nothing had to be normalised', () => {
    const input = [1, 2];
    expect(value(integers, input)).toBe(input);
  });

  it('leaves the list it was given as it is', () => {
    const input = ['1', 2];
    expect(value(integers, input)).toEqual([1, 2]);
    expect(input).toEqual(['1', 2]);
  });

  it.each<[unknown, string[]]>([
    [undefined, [': integer[], nothing']],
    [{}, [': integer[], object']],
    [{ length: 0 }, [': integer[], object']],
    ['[]', [': integer[], string']],
    [1, [': integer[], number']],
    [[null], ['0: integer, null']],
    [
      [1, 'a', 2, {}],
      ['1: integer, string', '3: integer, object'],
    ],
  ])('refuses %j', (input, expected) => {
    expect(problems(integers, input)).toEqual(expected);
  });

  it('says where in a list of lists', () => {
    expect(problems(list(list(text)), [['a'], ['b', {}]])).toEqual(['1.1: text, object']);
  });

  it('stops after ten problems, however long the list', () => {
    const zeros = new Array(44_000).fill(0);
    const decoded = receipts.decode(zeros);
    expect(E.isLeft(decoded) && decoded.left.length).toBe(maxProblems);
    expect(problems(receipts, zeros)).toEqual(Array.from({ length: 10 }, (_, i) => `${i}: receipt, number`));
  });

  it('looks no further than the tenth bad element', () => {
    const validate = jest.fn((u: unknown, context: t.Context) => t.failure(u, context));
    list(new t.Type('never', (_u): _u is never => false, validate, t.identity)).decode(new Array(1_000).fill(0));
    expect(validate).toHaveBeenCalledTimes(maxProblems);
  });
});
