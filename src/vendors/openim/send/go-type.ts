import * as t from 'io-ts';
import { boolean, FieldsType, int32, integer, integerOrEmpty, ListType, text } from '../../../codecs';

/** A Go type, as far as replies use any. */
export type GoType =
  | 'int32'
  | 'int64'
  | 'string'
  | 'bool'
  | 'any'
  | 'bytes'
  | { readonly pointer: GoType }
  | { readonly struct: GoStruct }
  | { readonly list: GoType }
  | { readonly map: GoType };

/** The fields of a Go struct by their JSON names. */
export type GoStruct = Readonly<Record<string, GoType>>;

const scalars = new Map<t.Mixed, GoType>([
  [text, 'string'],
  [int32, 'int32'],
  [integer, 'int64'],
  [integerOrEmpty, 'int64'],
  [boolean, 'bool'],
]);

/** The Go type of a reply field, from the codec by which a handler's changes are checked. */
export function goTypeOf(codec: t.Mixed): GoType {
  const scalar = scalars.get(codec);
  if (scalar !== undefined) return scalar;
  if (codec instanceof FieldsType) return { struct: goStructOf(codec) };
  if (codec instanceof ListType) return { list: goTypeOf(codec.item) };
  if (codec instanceof t.DictionaryType) return { map: goTypeOf(codec.codomain) };
  return 'any';
}

export function goStructOf({
  required,
  optional,
}: Pick<FieldsType<unknown, unknown>, 'required' | 'optional'>): GoStruct {
  const fields = Object.entries({ ...required, ...optional });
  return Object.fromEntries(fields.map(([name, field]) => [name, goTypeOf(field)]));
}
