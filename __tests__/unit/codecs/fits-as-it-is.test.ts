import fc from 'fast-check';
import { fields, forgetPrototype, integer, list, lookAtPrototype, text } from '../../../src/codecs';

const codec = fields(
  'F',
  { a: text, n: integer },
  { constructor: text, toString: integer, b: text, m: integer, l: list(text) },
);

/** As decoding does it, and without a look at the prototype. */
const looks = (u: unknown) => {
  lookAtPrototype();
  const trusting = codec.is(u);
  forgetPrototype();
  return [trusting, codec.is(u)];
};

it('finds the same with and without a look at Object.prototype', () => {
  const key = fc.constantFrom('a', 'n', 'b', 'm', 'l', 'constructor', 'toString', 'valueOf', '__proto__', 'other');
  const value = fc.constantFrom('text', 7, 1.5, 2 ** 53, null, undefined, true, [], ['x'], [1], {}, () => 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value)), (entries) => {
      const object = Object.fromEntries([['a', 'x'], ['n', 1], ...entries]);
      const [trusting, wary] = looks(object);
      expect(trusting).toBe(wary);
    }),
    { numRuns: 3000 },
  );
});

it('takes inherited methods for no fields, and no field that must be there for one that may lack', () => {
  expect(looks({ a: 'x', n: 1 })).toEqual([true, true]);
  expect(looks({ a: 'x', n: 1, toString: 7, constructor: 'own' })).toEqual([true, true]);
  expect(looks({ a: 'x', n: 1, constructor: () => 1 })).toEqual([false, false]);
  expect(looks({ n: 1, b: 'x' })).toEqual([false, false]);
  expect(looks({ a: 'x', m: 1 })).toEqual([false, false]);
});
