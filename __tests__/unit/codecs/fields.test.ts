import * as E from 'fp-ts/lib/Either.js';
import { explain, fields, integer, list, maxProblems, text, wholeList, withDropped } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

const Receipt = fields('receipt', { MsgSeq: integer }, { ReadNum: integer, Readers: list(text), Note: text });
/** As it comes off the wire: an object literal could not hold a `__proto__` field. */
const parsed = (json: string): unknown => JSON.parse(json);

describe('fields', () => {
  it.each<[string, unknown]>([
    ['{"MsgSeq":1}', { MsgSeq: 1 }],
    ['{"MsgSeq":"1","ReadNum":"2"}', { MsgSeq: 1, ReadNum: 2 }],
    ['{"MsgSeq":1,"Readers":["a",7]}', { MsgSeq: 1, Readers: ['a', '7'] }],
    ['{"MsgSeq":1,"Readers":null}', { MsgSeq: 1, Readers: [] }],
    ['{"MsgSeq":1,"ReadNum":null}', { MsgSeq: 1, ReadNum: undefined }],
    ['{"MsgSeq":1,"Unknown":{"deep":[null]}}', { MsgSeq: 1, Unknown: { deep: [null] } }],
    ['{"MsgSeq":"1","Unknown":null}', { MsgSeq: 1, Unknown: null }],
  ])('reads %s', (json, expected) => {
    expect(value(Receipt, parsed(json))).toStrictEqual(expected);
  });

  it('hands back the very object where nothing had to be normalised', () => {
    const input = { MsgSeq: 1, Unknown: 'x' };
    expect(value(Receipt, input)).toBe(input);
  });

  it('leaves the object it was given as it is', () => {
    const input = { MsgSeq: '1', ReadNum: '2' };
    expect(value(Receipt, input)).toEqual({ MsgSeq: 1, ReadNum: 2 });
    expect(input).toEqual({ MsgSeq: '1', ReadNum: '2' });
  });

  it.each<[unknown, string[]]>([
    [null, [': receipt, null']],
    [undefined, [': receipt, nothing']],
    [[], [': receipt, list']],
    ['{"MsgSeq":1}', [': receipt, string']],
    [{}, ['MsgSeq: integer, nothing']],
    [{ MsgSeq: null }, ['MsgSeq: integer, null']],
    [{ msgseq: 1 }, ['MsgSeq: integer, nothing']],
    [{ MsgSeq: 'x', ReadNum: {} }, ['MsgSeq: integer, string']],
  ])('refuses %j', (input, expected) => {
    expect(problems(Receipt, input)).toEqual(expected);
  });

  it.each<[object, string[]]>([
    [{ ReadNum: {} }, ['ReadNum: integer, object']],
    [{ ReadNum: '' }, ['ReadNum: integer, string']],
    [{ Readers: [{}, null] }, ['Readers.0: text, object', 'Readers.1: text, null']],
    [{ Readers: {} }, ['Readers: text[], object']],
    [{ ReadNum: null }, []],
  ])('goes on without an optional field that does not fit, and notes it: %j', (odd, noted) => {
    const { result, dropped } = withDropped(() => value(Receipt, { MsgSeq: 1, ...odd }));
    expect(result).toEqual({ MsgSeq: 1 });
    // value() decodes twice; the second time everything fits.
    expect(explain(dropped).map(({ path, expected, got }) => `${path}: ${expected}, ${got}`)).toEqual(noted);
  });

  it('keeps what fits of a list, and notes where the rest was, however deep', () => {
    const Outer = fields('outer', { lists: list(fields('inner', { receipts: list(Receipt) })) });
    const lists = [{ receipts: [{ MsgSeq: 1, Readers: ['a', null] }, {}] }, { receipts: [{}] }, 7];
    const { result, dropped } = withDropped(() => Outer.decode({ lists }));
    expect(result).toEqual(E.right({ lists: [{ receipts: [{ MsgSeq: 1, Readers: ['a'] }] }] }));
    expect(explain(dropped).map(({ path }) => path)).toEqual([
      'lists.0.receipts.0.Readers.1',
      'lists.0.receipts.1.MsgSeq',
      'lists.1.receipts.0.MsgSeq',
      'lists.2',
    ]);
  });

  it('says where, of what is dropped and of what is wrong, however deep', () => {
    const Outer = fields(
      'outer',
      { lists: wholeList(fields('inner', { receipts: wholeList(Receipt) })) },
      { last: integer },
    );
    const lists = [{ receipts: [] }, { receipts: [{ MsgSeq: 1, ReadNum: {} }, { MsgSeq: 2, Readers: [null] }, {}] }];
    const { result, dropped } = withDropped(() => Outer.decode({ lists, last: 'x' }));
    expect(explain(dropped).map(({ path }) => path)).toEqual([
      'lists.1.receipts.0.ReadNum',
      'lists.1.receipts.1.Readers.0',
      'last',
    ]);
    expect(E.isLeft(result) && explain(result.left).map(({ path }) => path)).toEqual(['lists.1.receipts.2.MsgSeq']);
  });

  it('gives each error the codecs and values on its way, as io-ts does', () => {
    const decoded = fields('outer', { receipts: list(Receipt) }).decode({ receipts: [{ MsgSeq: 'x' }] });
    const context = E.isLeft(decoded) ? decoded.left[0]?.context : [];
    expect(context?.map(({ key, type, actual }) => [key, type.name, actual])).toEqual([
      ['', 'outer', { receipts: [{ MsgSeq: 'x' }] }],
      ['receipts', 'receipt[]', [{ MsgSeq: 'x' }]],
      ['0', 'receipt', { MsgSeq: 'x' }],
      ['MsgSeq', 'integer', 'x'],
    ]);
  });

  it('notes ten at most', () => {
    const wide = fields('wide', {}, Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}`, integer])));
    const odd = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}`, 'x']));
    expect(withDropped(() => wide.decode(odd)).dropped).toHaveLength(10);
  });

  it('stops after ten problems', () => {
    const wide = fields('wide', Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}`, integer])));
    const decoded = wide.decode({});
    expect(E.isLeft(decoded) && decoded.left.length).toBe(maxProblems);
    expect(problems(wide, {})).toHaveLength(10);
  });
});

describe('fields, with keys that objects have of themselves', () => {
  // "1" makes the codec copy the object, 1 does not.
  it.each(['1', '"1"'])(
    'keeps __proto__, constructor and hasOwnProperty as the data they are (MsgSeq %s)',
    (MsgSeq) => {
      const extra = '"__proto__":{"polluted":true},"constructor":1,"hasOwnProperty":"mine"';
      const out = value(Receipt, parsed(`{"MsgSeq":${MsgSeq},${extra}}`)) as Record<string, unknown>;
      expect(JSON.parse(JSON.stringify(out))).toStrictEqual(parsed(`{"MsgSeq":1,${extra}}`));
      expect(Object.getPrototypeOf(out)).toBe(Object.prototype);
      expect(Object.hasOwn(out, '__proto__')).toBe(true);
      expect(out.polluted).toBeUndefined();
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('does not take an inherited value for a field', () => {
    const Odd = fields('odd', { constructor: text }, { hasOwnProperty: text, toString: text });
    expect(problems(Odd, {})).toEqual(['constructor: text, nothing']);
    expect(value(Odd, { constructor: 'c' })).toEqual({ constructor: 'c' });
    expect(problems(Receipt, Object.create({ MsgSeq: 1 }))).toEqual(['MsgSeq: integer, nothing']);
    expect(problems(Receipt, parsed('{"__proto__":{"MsgSeq":1}}'))).toEqual(['MsgSeq: integer, nothing']);
  });

  it('reads an object without a prototype', () => {
    expect(value(Receipt, Object.assign(Object.create(null), { MsgSeq: '1' }))).toEqual({ MsgSeq: 1 });
  });
});
