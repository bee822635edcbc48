import * as t from 'io-ts';

/** true or false; `"true"` and `"false"` too, which is how samples of Room callbacks print them (Tencent 647), and 1 and 0. */
export const boolean = new t.Type<boolean, boolean | 'true' | 'false' | 0 | 1, unknown>(
  'boolean',
  (u): u is boolean => typeof u === 'boolean',
  (u, context) => {
    if (typeof u === 'boolean') return t.success(u);
    if (u === 'true' || u === 'false') return t.success(u === 'true');
    if (u === 1 || u === 0) return t.success(u === 1);
    return t.failure(u, context);
  },
  t.identity,
);
