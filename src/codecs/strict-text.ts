import * as t from 'io-ts';

/** A string and nothing else. `text` would accept a number and convert it; here a number is an error. */
export const strictText = new t.Type<string, string, unknown>(
  'text',
  (u): u is string => typeof u === 'string',
  (u, context) => (typeof u === 'string' ? t.success(u) : t.failure(u, context)),
  t.identity,
);
