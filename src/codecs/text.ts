import * as t from 'io-ts';

/**
 * A string. A number or a boolean is taken as its decimal digits or its word: samples of one and the same field have
 * `"1001"` and `1001` (Tencent 647/60736, 647/68941), and the type of a scalar is no reason to lose an event.
 *
 * A whole number beyond 2^53 does not fit: our own parser gives its digits as a string, so it can only come from a JSON
 * parser in front of us, which has rounded it.
 */
export const text = new t.Type<string, string | number | boolean, unknown>(
  'text',
  (u): u is string => typeof u === 'string',
  (u, context) => {
    if (typeof u === 'string') return t.success(u);
    if (typeof u === 'boolean' || (Number.isFinite(u) && !isRounded(u))) return t.success(String(u));
    return t.failure(u, context);
  },
  t.identity,
);

/** True for whole numbers that may not be what was sent. */
export function isRounded(u: unknown): boolean {
  return Number.isInteger(u) && !Number.isSafeInteger(u);
}
