import fc from 'fast-check';
import { harmless, harmlessJson } from '../../../src/observe/harmless';

/** C0, DEL, C1, separators of lines and paragraphs, turns of direction. */
const acting = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const all = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, i) => 0x7f + i),
  ...[0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
].map((code) => String.fromCharCode(code));

describe('a text that is shown', () => {
  it.each([
    ['the clipboard', '\u001b]52;c;cm0=\u0007', '\\u001b]52;c;cm0=\\u0007'],
    ['the screen, by C1', '\u009b2J', '\\u009b2J'],
    ['a line of its own', 'a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['another direction', 'user\u202egnp.exe', 'user\\u202egnp.exe'],
    ['nothing', '群消息 “ok” 👨‍👩‍👧 é', '群消息 “ok” 👨‍👩‍👧 é'],
  ])('does not set %s', (_what, text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  it('holds none of them', () => {
    expect(all.every((character) => acting.test(character))).toBe(true);
    for (const character of all) expect(harmless(`a${character}b`)).toMatch(/^a\\(u[0-9a-f]{4}|[nrt])b$/);
  });

  it('stays the same when it is shown again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(harmless(text)).not.toMatch(acting);
        expect(harmless(harmless(text))).toBe(harmless(text));
      }),
    );
  });
});

it('JSON is read as what was written, and holds none of them', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ stringUnit: fc.oneof(fc.constantFrom(...all), fc.string({ minLength: 1 })) }),
      (value) => {
        const text = harmlessJson({ value, names: { [all.join('')]: 1 } });
        expect(text).not.toMatch(acting);
        expect(JSON.stringify(JSON.parse(text).value)).toBe(JSON.stringify(value));
      },
    ),
  );
});
