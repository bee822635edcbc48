import * as t from 'io-ts';

/**
 * A whole number, sent as a JSON number or as decimal digits in a string; always a number afterwards. Tencent's tables
 * say Integer where its samples print a quoted string (1047/60395, 1047/34375 and others).
 *
 * Digits that a double cannot hold exactly do not fit: a sequence number must not be rounded in silence.
 */
export const integer = new t.Type<number, number | string, unknown>(
  'integer',
  Number.isSafeInteger as (u: unknown) => u is number,
  (u, context) => {
    const value = typeof u === 'string' && /^-?\d{1,16}$/.test(u) ? Number(u) : u;
    return Number.isSafeInteger(value) ? t.success(value as number) : t.failure(u, context);
  },
  t.identity,
);
