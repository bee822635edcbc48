import * as t from 'io-ts';

/** true or false; `"true"` and `"false"` too, which is how samples of Room callbacks print them (Tencent 647). */
export const boolean = new t.Type<boolean, boolean | 'true' | 'false', unknown>(
  'boolean',
  (u): u is boolean => typeof u === 'boolean',
  (u, context) => {
    if (typeof u === 'boolean') return t.success(u);
    if (u === 'true' || u === 'false') return t.success(u === 'true');
    return t.failure(u, context);
  },
  t.identity,
);
