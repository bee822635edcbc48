import type * as t from 'io-ts';
import { FieldsType } from './fields';
import { isObject } from './is-object';

type Props = Record<string, t.Mixed>;

/** A codec that `respelt` made: it keeps the second names. */
export class RespeltType<A, O, R extends Props, P extends Props> extends FieldsType<A, O, R, P> {
  constructor(
    readonly codec: FieldsType<A, O, R, P>,
    readonly firstBySecond: Readonly<Record<string, string>>,
  ) {
    const names = Object.entries(firstBySecond);
    super(
      codec.name,
      codec.is,
      (u, context) => codec.validate(isObject(u) ? withFirstNames(u, names) : u, context),
      codec.required,
      codec.optional,
    );
  }
}

/**
 * An object in which some fields have a second name. A value under the second name is read as the field when the field itself has
 * none, and stays there too; afterwards the first name is always present.
 */
export function respelt<A, O, R extends Props, P extends Props>(
  codec: FieldsType<A, O, R, P>,
  firstBySecond: Readonly<Record<string, string>>,
): RespeltType<A, O, R, P> {
  return new RespeltType(codec, firstBySecond);
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
