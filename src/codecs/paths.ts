import type * as t from 'io-ts';
import { FieldsType } from './fields';
import { ListType } from './list';
import { OrElseType } from './or-else';
import { TaggedType } from './tagged';

/** One field of a body, as documents and tests speak of it. */
export interface FieldPath {
  /** `A[].B` is field B of the objects in list A; `A[]` stands only where the elements are no objects. */
  readonly path: string;
  /** The name of its codec. */
  readonly type: string;
  readonly required: boolean;
}

/** Every field of a codec, depth first. Members of a tagged union are not followed; they have a page of their own. */
export function pathsOf(codec: t.Mixed, at = ''): FieldPath[] {
  if (codec instanceof FieldsType) {
    return [...fieldsAt(codec.required, at, true), ...fieldsAt(codec.optional, at, false)];
  }
  if (codec instanceof ListType) return itemsOf(codec.item, `${at}[]`);
  if (codec instanceof OrElseType) return pathsOf(codec.codec, at);
  if (codec instanceof TaggedType) return pathsOf(codec.other, at);
  return [];
}

function fieldsAt(props: Readonly<Record<string, t.Mixed>>, at: string, required: boolean): FieldPath[] {
  return Object.entries(props).flatMap(([key, codec]) => {
    const path = at === '' ? key : `${at}.${key}`;
    return [{ path, type: codec.name, required }, ...pathsOf(codec, path)];
  });
}

function itemsOf(item: t.Mixed, at: string): FieldPath[] {
  const inside = pathsOf(item, at);
  return inside.length > 0 ? inside : [{ path: at, type: item.name, required: true }];
}
