import * as t from 'io-ts';

/** A number that need not be whole, e.g. a latitude or a score; its decimal form in a string will do. */
export const number = new t.Type<number, number | string, unknown>(
  'number',
  Number.isFinite as (u: unknown) => u is number,
  (u, context) => {
    const value = typeof u === 'string' && /^-?\d{1,15}(\.\d{1,18})?$/.test(u) ? Number(u) : u;
    return typeof value === 'number' && Number.isFinite(value) ? t.success(value) : t.failure(u, context);
  },
  t.identity,
);
