import type * as t from 'io-ts';
import { anyRecord, anything, fields, integer, list, pathsOf, tagged, text } from '../../../src/codecs';

/** One line a path: `path type`, with a `?` where it is optional. */
const lines = (codec: t.Mixed) => pathsOf(codec).map((at) => `${at.path}${at.required ? '' : '?'} ${at.type}`);

const Reader = fields('reader', {}, { Member_Account: text });

describe('pathsOf', () => {
  it.each<[string, t.Mixed, string[]]>([
    ['a scalar', text, []],
    ['anything', anything, []],
    ['an object without documented fields', anyRecord, []],
    ['an object', fields('a', { x: text }, { y: integer }), ['x text', 'y? integer']],
    ['an object in an object', fields('a', {}, { r: Reader }), ['r? reader', 'r.Member_Account? text']],
    ['a list of scalars', fields('a', { x: list(text) }), ['x text[]', 'x[] text']],
    ['a list of objects', fields('a', { x: list(Reader) }), ['x reader[]', 'x[].Member_Account? text']],
    ['a list of lists', fields('a', { x: list(list(integer)) }), ['x integer[][]', 'x[][] integer']],
    ['a list of objects of unknown form', fields('a', { x: list(anyRecord) }), ['x object[]', 'x[] object']],
    ['a list alone', list(Reader), ['[].Member_Account? text']],
  ])('lists the fields of %s', (_, codec, expected) => {
    expect(lines(codec)).toEqual(expected);
  });

  it('follows a tagged union no further than what is true of every member', () => {
    const Pet = tagged(
      'pet',
      'kind',
      { cat: fields('cat', { kind: text, lives: integer }) },
      fields('o', { kind: text }),
    );
    expect(lines(fields('a', { pets: list(Pet) }))).toEqual(['pets pet[]', 'pets[].kind text']);
  });

  it('starts at the path it is given', () => {
    expect(pathsOf(Reader, 'a.b')).toEqual([{ path: 'a.b.Member_Account', type: 'text', required: false }]);
  });
});
