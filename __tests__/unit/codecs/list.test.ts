import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { explain, fields, integer, list, maxProblems, text, wholeList, withDropped } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

const Receipt = fields('receipt', { MsgSeq: integer }, { ReadNum: integer });

describe.each([
  ['list', list(integer), list(Receipt), list],
  ['wholeList', wholeList(integer), wholeList(Receipt), wholeList],
] as const)('%s', (_name, integers, receipts, make) => {
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
  ])('refuses %j', (input, expected) => {
    expect(problems(integers, input)).toEqual(expected);
  });

  it('stops after ten problems, however long the list', () => {
    const zeros = new Array(44_000).fill(0);
    const decoded = receipts.decode(zeros);
    expect(E.isLeft(decoded) && decoded.left.length).toBe(maxProblems);
    expect(problems(receipts, zeros)).toEqual(Array.from({ length: 10 }, (_, i) => `${i}: receipt, number`));
  });

  it('looks no further than the tenth bad element', () => {
    const validate = jest.fn((u: unknown, context: t.Context) => t.failure(u, context));
    make(new t.Type('never', (_u): _u is never => false, validate, t.identity)).decode(new Array(1_000).fill(0));
    expect(validate).toHaveBeenCalledTimes(maxProblems);
  });
});

describe('wholeList', () => {
  it('refuses a list for one element', () =>
    expect(problems(wholeList(integer), [1, 'a', 2, {}])).toEqual(['1: integer, string', '3: integer, object']));

  it('says where in a list of lists', () => {
    expect(problems(wholeList(wholeList(text)), [['a'], ['b', {}]])).toEqual(['1.1: text, object']);
  });
});

describe('list', () => {
  /** What is left of a list, and what was said of the rest. */
  function left(codec: t.Mixed, input: unknown) {
    const { result, dropped } = withDropped(() => codec.decode(input));
    const told = explain(dropped).map(({ path, expected, got }) => `${path}: ${expected}, ${got}`);
    return { list: E.isRight(result) ? result.right : undefined, told };
  }

  it.each<[unknown[], unknown[], string[]]>([
    [
      [1, 'a', 2, {}],
      [1, 2],
      ['1: integer, string', '3: integer, object'],
    ],
    [[1, '9007199254740993', '3'], [1, 3], ['1: integer, string']],
    [[55, 2 ** 53, 57], [55, 57], ['1: integer, rounded number']],
  ])('keeps of %j what fits, and notes the rest', (input, kept, told) => {
    const before = structuredClone(input);
    expect(left(list(integer), input)).toEqual({ list: kept, told });
    expect(input).toEqual(before);
  });

  it('takes its own output as it is', () => {
    const { list: kept } = left(list(integer), [1, 'a', '2']);
    expect(value(list(integer), kept)).toBe(kept);
  });

  it.each([
    ['nothing fits', ['a', null]],
    ['ten elements do not', [...new Array(10).fill('a'), 1]],
  ])('does not fit where %s', (_what, input) => {
    expect(left(list(integer), input).list).toBeUndefined();
  });

  it('drops nine of many', () => {
    const { list: kept, told } = left(list(integer), [...new Array(9).fill('a'), ...new Array(1000).fill(1)]);
    expect([kept, told.length]).toEqual([new Array(1000).fill(1), 9]);
  });
});
