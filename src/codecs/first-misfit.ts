import type * as t from 'io-ts';
import { type DecodeProblem, valueKind } from './explain';
import { FieldsType } from './fields';
import { isObject } from './is-object';
import { ListType } from './list';
import { OrElseType } from './or-else';
import { TaggedType } from './tagged';

/**
 * The first place at which a value that must be exact is not; undefined when there is none. Decoding would not find it, because
 * it is lenient.
 */
export function firstMisfit(codec: t.Mixed, value: unknown, path = ''): DecodeProblem | undefined {
  const fits: boolean = codec.is(value); // a plain boolean: a guard of any codec would narrow the value away
  if (fits) return undefined;
  const here: DecodeProblem = { path, expected: codec.name, got: valueKind(value) };
  const inside = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (codec instanceof ListType && Array.isArray(value)) {
    const index = value.findIndex((element) => !codec.item.is(element));
    return firstMisfit(codec.item, value[index], inside(index)) ?? here;
  }
  if (codec instanceof OrElseType) return firstMisfit(codec.codec, value, path) ?? here;
  if (codec instanceof TaggedType && isObject(value)) return firstMisfit(codec.memberFor(value), value, path) ?? here;
  if (!(codec instanceof FieldsType) || !isObject(value)) return here;
  for (const [key, field] of Object.entries<t.Mixed>({ ...codec.required, ...codec.optional })) {
    const absent = value[key] === undefined && key in codec.optional;
    const found = absent ? undefined : firstMisfit(field, value[key], inside(key));
    if (found !== undefined) return found;
  }
  return here;
}
