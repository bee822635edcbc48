import type * as t from 'io-ts';
import { FieldsType, isObject } from './fields';

type Props = Record<string, t.Mixed>;

/**
 * An object of which some fields have a second name. What stands under a second name is read as the field when that has
 * no value itself, and stays where it was, too; afterwards there is always the first name.
 */
export function respelt<A, O, R extends Props, P extends Props>(
  codec: FieldsType<A, O, R, P>,
  firstBySecond: Readonly<Record<string, string>>,
): FieldsType<A, O, R, P> {
  const names = Object.entries(firstBySecond);
  return new FieldsType(
    codec.name,
    codec.is,
    (u, context) => codec.validate(isObject(u) ? withFirstNames(u, names) : u, context),
    codec.required,
    codec.optional,
  );
}

/** Copies only where a second name is in use. */
function withFirstNames(object: Record<string, unknown>, names: readonly [second: string, first: string][]) {
  let out = object;
  for (const [second, first] of names) {
    if (!Object.hasOwn(object, second)) continue;
    const hasFirst = Object.hasOwn(object, first) && object[first] !== null && object[first] !== undefined;
    if (!hasFirst) out = { ...out, [first]: object[second] };
  }
  return out;
}
