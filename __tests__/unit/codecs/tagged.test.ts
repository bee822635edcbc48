import * as t from 'io-ts';
import { anything, fields, integer, tagged, text, wholeList } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

const Cat = fields('cat', { kind: t.literal('cat') }, { lives: integer });
const Dog = fields('dog', { kind: t.literal('dog'), name: text });
const Pet = tagged('pet', 'kind', { cat: Cat, dog: Dog }, fields('other pet', { kind: text }, { data: anything }));

describe('tagged', () => {
  it.each<[unknown, unknown]>([
    [{ kind: 'cat' }, { kind: 'cat' }],
    [
      { kind: 'cat', lives: '9' },
      { kind: 'cat', lives: 9 },
    ],
    [
      { kind: 'dog', name: 7 },
      { kind: 'dog', name: '7' },
    ],
    [
      { kind: 'eel', data: [{}] },
      { kind: 'eel', data: [{}] },
    ],
    [
      { kind: 'Cat', lives: {} },
      { kind: 'Cat', lives: {} },
    ], // another kind; its fields are nobody's
    [{ kind: '' }, { kind: '' }],
    [{ kind: 'constructor' }, { kind: 'constructor' }],
    [{ kind: '__proto__' }, { kind: '__proto__' }],
    [{ kind: 'hasOwnProperty' }, { kind: 'hasOwnProperty' }],
  ])('reads %j', (input, expected) => {
    expect(value(Pet, input)).toEqual(expected);
  });

  it.each<[unknown, string[]]>([
    [null, [': pet, null']],
    ['cat', [': pet, string']],
    [[{ kind: 'cat' }], [': pet, list']],
    [{}, ['kind: text, nothing']],
    [{ kind: null }, ['kind: text, null']],
    [{ kind: ['cat'] }, ['kind: text, list']],
    [{ kind: 'dog' }, ['name: text, nothing']],
  ])('refuses %j, with the problems of the one member that the tag names', (input, expected) => {
    expect(problems(Pet, input)).toEqual(expected);
  });

  it('says where in a list', () => {
    expect(problems(wholeList(Pet), [{ kind: 'cat' }, { kind: 'dog' }, 0])).toEqual([
      '1.name: text, nothing',
      '2: pet, number',
    ]);
  });
});
