import fc from 'fast-check';
import { readYaml, type YamlMap } from '../../../../../../src/vendors/openim/doctor/set-up/yaml';

/** As plain objects, without lines. */
function plain(map: YamlMap): object {
  return Object.fromEntries([...map].map(([key, { value }]) => [key, value instanceof Map ? plain(value) : value]));
}

const read = (text: string) => plain(readYaml(text));

describe('what webhooks.yml uses of YAML', () => {
  it('is read', () => {
    const text = [
      '\ufeff# a comment',
      '---',
      'url: http://127.0.0.1:10006/callback#part # of the URL, and this is not',
      'beforeSendGroupMsg:',
      '  enable:  false',
      '  timeout: 5 # seconds',
      '',
      '  # one more',
      '  failedContinue:',
      "  deniedTypes: [1, \"100-200\", 'it''s' ]",
      '  allowedTypes: []',
      'afterSendGroupMsg:',
      '    "enable": TRUE',
      '    attentionIds:',
      '    - u_1',
      "    - '2'",
      'afterQuitGroup: # nothing',
      'ratio: -0.5',
      'quoted: "a \\"b\\" # c"  # d',
    ].join('\r\n');
    expect(read(text)).toEqual({
      url: 'http://127.0.0.1:10006/callback#part',
      beforeSendGroupMsg: {
        enable: false,
        timeout: 5,
        failedContinue: null,
        deniedTypes: [1, '100-200', "it's"],
        allowedTypes: [],
      },
      afterSendGroupMsg: { enable: true, attentionIds: ['u_1', '2'] },
      afterQuitGroup: null,
      ratio: -0.5,
      quoted: 'a "b" # c',
    });
  });

  it('leaves the words of older YAML texts, as Go does', () => {
    expect(read('a: yes\nb: off\nc: 1h')).toEqual({ a: 'yes', b: 'off', c: '1h' });
  });

  it('knows the lines', () => {
    const map = readYaml('# one\na:\n  b: 1\n');
    const inner = map.get('a')?.value as YamlMap;
    expect([map.get('a')?.line, inner.get('b')?.line]).toEqual([2, 3]);
  });

  it('is nothing where there is nothing', () => {
    expect(read('')).toEqual({});
    expect(read('# only this\n\n')).toEqual({});
  });
});

describe('anything else is an error that names the line', () => {
  it.each([
    ['a: &x 1', 'line 1: an anchor (&) is not read here'],
    ['a: *x', 'line 1: an alias (*) is not read here'],
    ['a: !!str 1', 'line 1: a tag (!) is not read here'],
    ['a: |\n  text', 'line 1: a text of several lines (|) is not read here'],
    ['a: {b: 1}', 'line 1: a map on one line ({) is not read here'],
    ['a: [1,', 'line 1: a list on one line must end with ] there'],
    ['a: "open', 'line 1: the quotes do not end where the value does'],
    ['a: "x" y', 'line 1: the quotes do not end where the value does'],
    ['a: b: c', 'line 1: this is no plain text in YAML; write it in quotes'],
    ['a: 1\n\tb: 2', 'line 2: a tab cannot indent in YAML'],
    ['a: 1\na: 2', 'line 2: a stands here a second time'],
    ['a:\n    b: 1\n  c: 2', 'line 3: it is indented more than the line that it belongs beside'],
    ['a: 1\n  b: 2', 'line 2: it is indented more than the line that it belongs beside'],
    ['  a: 1\nb: 2', 'line 2: it is indented less than the first line'],
    ['a: 1\n---\nb: 2', 'line 2: only one document is read'],
    ['a:1', 'line 1: "a:1" is no "name: value"'],
    ['- a\n- b', 'line 1: "- a" is no "name: value"'],
    ['a:\n  - [1]', 'line 2: a list in a list is not read here'],
  ])('%j', (text, message) => {
    expect(() => readYaml(text)).toThrow(new SyntaxError(message));
  });

  it('and never another error, nor a value of its own making', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      ':',
      '\n',
      '  ',
      '-',
      ' ',
      '"',
      "'",
      '[',
      ']',
      ',',
      '#',
      '{',
      '1',
      'true',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          expect(readYaml(pieces.join(''))).toBeInstanceOf(Map);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
          expect((error as Error).message).toMatch(/^line \d+: /);
        }
      }),
    );
  });
});

it('reads back what is written in it', () => {
  const scalar = fc.oneof(fc.boolean(), fc.integer(), fc.constant(null), fc.string());
  const name = fc.stringMatching(/^[A-Za-z_][\w-]{0,8}$/).filter((one) => !/^__/.test(one));
  const shape = fc.dictionary(name, fc.oneof(scalar, fc.dictionary(name, scalar, { minKeys: 1 })));
  const written = (value: unknown) => (value === null ? '' : JSON.stringify(value));
  fc.assert(
    fc.property(shape, (object) => {
      const lines = Object.entries(object).flatMap(([key, value]) =>
        typeof value === 'object' && value !== null
          ? [`${key}:`, ...Object.entries(value).map(([inner, one]) => `  ${inner}: ${written(one)}`)]
          : [`${key}: ${written(value)}`],
      );
      expect(read(lines.join('\n'))).toEqual({ ...object });
    }),
  );
});
