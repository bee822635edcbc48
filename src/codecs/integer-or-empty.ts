import * as t from 'io-ts';
import { integer } from './integer';

/** A whole number in an optional field; an empty string there reads as absent. */
export const integerOrEmpty = new t.Type<number | undefined, number | string | undefined, unknown>(
  'integer',
  (u): u is number | undefined => u === undefined || integer.is(u),
  (u, context) => (u === '' || u === undefined ? t.success(undefined) : integer.validate(u, context)),
  t.identity,
);
