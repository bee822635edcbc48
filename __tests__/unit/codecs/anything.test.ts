import { anyRecord, anything } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

describe('anything', () => {
  it.each([[undefined], [null], [0], ['a'], [[1, [2]]], [{ a: { b: null } }]])('passes %j through', (input) => {
    expect(value(anything, input)).toBe(input);
  });
});

describe('anyRecord', () => {
  it.each([
    ['empty', {}],
    ['with fields of any kind', { a: 1, b: [null], c: { d: 'e' } }],
    ['with a key called __proto__', JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')],
    ['without a prototype', Object.assign(Object.create(null), { a: 1 })],
  ])('passes an object through: %s', (_, input) => {
    expect(value(anyRecord, input)).toBe(input);
  });

  it.each<[unknown, string]>([
    [null, ': object, null'],
    [undefined, ': object, nothing'],
    [[], ': object, list'],
    ['{}', ': object, string'],
    [1, ': object, number'],
  ])('refuses %j', (input, expected) => {
    expect(problems(anyRecord, input)).toEqual([expected]);
  });
});
