import * as t from 'io-ts';

/** A string and nothing else: a number names nothing, where `text` would take it and make another value of it. */
export const strictText = new t.Type<string, string, unknown>(
  'text',
  (u): u is string => typeof u === 'string',
  (u, context) => (typeof u === 'string' ? t.success(u) : t.failure(u, context)),
  t.identity,
);
