import * as t from 'io-ts';

/** A value of unknown form; it passes through untouched. */
export const anything = new t.Type<unknown, unknown, unknown>(
  'anything',
  (_u): _u is unknown => true,
  t.success,
  t.identity,
);

/** An object of which no field is documented. */
export const anyRecord = new t.Type<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, unknown>(
  'object',
  t.UnknownRecord.is,
  t.UnknownRecord.validate,
  t.identity,
);
