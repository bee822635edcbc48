import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { type DecodeProblem, explain } from '../../../src/codecs';

/** What a codec makes of an input that fits; it must take its own output, and leave it as it is. */
export function value(codec: t.Mixed, input: unknown): unknown {
  const decoded = codec.decode(input);
  if (E.isLeft(decoded)) throw new Error(JSON.stringify(explain(decoded.left)));
  const again = codec.decode(decoded.right);
  expect(codec.is(decoded.right)).toBe(true);
  expect(E.isRight(again) && Object.is(again.right, decoded.right)).toBe(true);
  return decoded.right;
}

/** What it says of an input that does not fit, each problem as `path: expected, got`. */
export function problems(codec: t.Mixed, input: unknown): string[] {
  return problemsOf(codec, input).map(({ path, expected, got }) => `${path}: ${expected}, ${got}`);
}

/** The same, as `explain` gives it. */
export function problemsOf(codec: t.Mixed, input: unknown): DecodeProblem[] {
  const decoded = codec.decode(input);
  if (E.isRight(decoded)) throw new Error('it fits');
  expect(codec.is(input)).toBe(false);
  return explain(decoded.left);
}
