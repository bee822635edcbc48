import querystring from 'node:querystring';
import fc from 'fast-check';
import { parametersOf } from '../../../src/callback/http-request';

describe('parametersOf', () => {
  it('keeps every parameter, in order', () => {
    expect(parametersOf('b=2&a=1&b=3')).toEqual([
      { name: 'b', value: '2' },
      { name: 'a', value: '1' },
      { name: 'b', value: '3' },
    ]);
  });

  it.each([
    ['', []],
    ['&&', []],
    ['a', [{ name: 'a', value: '' }]],
    ['a=b=c', [{ name: 'a', value: 'b=c' }]],
    ['=x', [{ name: '', value: 'x' }]],
    ['%61+b=c%20d+e', [{ name: 'a b', value: 'c d e' }]],
    [
      'a=%zz&b=%',
      [
        { name: 'a', value: '%zz' },
        { name: 'b', value: '%' },
      ],
    ],
    ['__proto__=x', [{ name: '__proto__', value: 'x' }]],
  ])('reads %j', (text, parameters) => expect(parametersOf(text)).toEqual(parameters));

  it('reads any text that a request line can hold as node:querystring does', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('a', 'A', '%', '%41', '%zz', '%e4%bd%a0', '%ff', '+', '=', '&', '%26'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const read: Record<string, string[]> = Object.create(null);
        for (const { name, value } of parametersOf(text)) read[name] = [...(read[name] ?? []), value];
        const expected = querystring.parse(text, '&', '=', { maxKeys: 0 });
        expect(Object.entries(read)).toEqual(Object.entries(expected).map(([name, values]) => [name, [values].flat()]));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 2000) },
    );
  });
});
