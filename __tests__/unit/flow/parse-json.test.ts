import fc from 'fast-check';
import { parseJson } from '../../../src/flow/parse-json';

describe('parseJson', () => {
  it.each<[string, unknown]>([
    ['{"a":1}', { a: 1 }],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['[144115188075855871,-144115188075855871]', ['144115188075855871', '-144115188075855871']],
    ['{"id": 144115188075855871 ,"n":1.5}', { id: '144115188075855871', n: 1.5 }],
    ['{"12345678901234567890":1}', { '12345678901234567890': 1 }],
    ['"12345678901234567890"', '12345678901234567890'],
    ['"a\\"12345678901234567890\\\\"', 'a"12345678901234567890\\'],
    [
      '[1e300,12345678901234567890e2,1.12345678901234567890]',
      [1e300, Number('12345678901234567890e2'), Number('1.12345678901234567890')],
    ],
    ['1718000216001000', 1718000216001000],
    [
      '[9007199254740991,-9007199254740991,9999999999999999]',
      [9007199254740991, -9007199254740991, '9999999999999999'],
    ],
    ['["\\\\",12345678901234567,"x,12345678901234567,"]', ['\\', '12345678901234567', 'x,12345678901234567,']],
    ['[1e-12345678901234567,12345678901234567.5]', [0, Number('12345678901234567.5')]],
  ])('%s', (text, value) => expect(parseJson(text)).toEqual(value));

  it('throws on what is not JSON, long numbers or not', () => {
    for (const text of ['', '{', '{"a":12345678901234567890', '"12345678901234567890'])
      expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  it('accepts no text that only its long numbers would make JSON', () => {
    const texts = [
      '{12345678901234567:1}',
      '{"a":1,12345678901234567 :1}',
      '[00012345678901234567]',
      '[--12345678901234567]',
    ];
    for (const text of texts) expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  it('reads any text as JSON.parse does, with quotes round the long numbers', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.oneof(text, json), (text) => {
        expect(outcome(() => parseJson(text))).toEqual(outcome(() => JSON.parse(text) && JSON.parse(quoted(text))));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 2000) },
    );
  });
});

const pieces = [
  ...['"', '\\', '\\"', ',', ':', '[', ']', '{', '}', ' ', '-', '.', 'e', '0', '7', 'xxxxxxxxxxxx', 'é'],
  ...['9007199254740991', '9007199254740992', '-12345678901234567890', '1e12345678901234567', '1.12345678901234567'],
];

/** JSON texts whose strings look like numbers and the other way round, with blanks between. */
const json = fc.letrec<{ value: string; scalar: string; blank: string; list: string; object: string }>((tie) => ({
  blank: fc.constantFrom('', '', ' ', '\n\t '),
  scalar: fc.oneof(
    fc.constantFrom(...pieces.filter((piece) => /^-?\d/.test(piece))),
    fc.array(fc.constantFrom(...pieces)).map((some) => JSON.stringify(some.join(''))),
  ),
  list: fc.array(tie('value'), { maxLength: 5 }).map((values) => `[${values.join()}]`),
  object: fc.array(tie('value'), { maxLength: 5 }).map((values) => `{${values.map((v, i) => `"${i}":${v}`).join()}}`),
  value: fc
    .tuple(tie('blank'), fc.oneof({ maxDepth: 4 }, tie('scalar'), tie('list'), tie('object')), tie('blank'))
    .map((parts) => parts.join('')),
})).value;

/** What parseJson does, written down the short and slow way. */
function quoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}

function outcome(parse: () => unknown): unknown {
  try {
    return { value: parse() };
  } catch (error) {
    return (error as Error).name;
  }
}
