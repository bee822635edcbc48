import * as t from 'io-ts';

/**
 * A whole number that Go can decode into an int32. For replies: one number above it makes OpenIM's server refuse the
 * whole reply (server source 2.0 to main, run against its decoder).
 */
export const int32 = new t.Type<number, number, unknown>(
  'int32',
  isInt32,
  (u, context) => (isInt32(u) ? t.success(u) : t.failure(u, context)),
  t.identity,
);

function isInt32(u: unknown): u is number {
  return typeof u === 'number' && (u | 0) === u;
}
