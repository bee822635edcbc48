import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { BareType, FieldsType, ListType, OneOrListType, OrElseType, RespeltType, TaggedType } from '../codecs';
import { scalars } from './scalars';
import { type JsonSchema, orNull } from './schema-object';
import { withSecondNames } from './second-names';

/** `accepted`: what the codec decodes, leniently. `sent`: its own form, which is what goes out in a reply. */
export type Side = 'accepted' | 'sent';

/** What there is to say about the field at a path (`MsgBody[].MsgType`). */
export type Describe = (path: string) => string | undefined;

/**
 * A codec as JSON Schema. It never refuses what the codec takes, and it takes what the codec refuses only where a whole
 * number, or its digits, are beyond 2^53.
 */
export function jsonSchemaOf(codec: t.Mixed, side: Side, describe: Describe, at = ''): JsonSchema {
  const scalar = scalars.get(codec);
  if (scalar !== undefined) return scalar[side];
  const part = (inner: t.Mixed, path: string) => jsonSchemaOf(inner, side, describe, path);

  // The classes that extend others come first.
  if (codec instanceof BareType && side === 'accepted') return { anyOf: [{ type: 'string' }, part(codec.codec, at)] };
  if (codec instanceof RespeltType && side === 'accepted')
    return withSecondNames(codec.firstBySecond, part(codec.codec, at));
  if (codec instanceof OrElseType) return part(codec.codec, at);
  if (codec instanceof FieldsType) return objectOf(codec, side, describe, at);
  if (codec instanceof ListType) return listOf(codec, side, part(codec.item, `${at}[]`));
  if (codec instanceof TaggedType) return unionOf(codec, (member) => part(member, at));
  if (codec instanceof t.LiteralType) return { const: codec.value };
  if (codec instanceof t.DictionaryType && codec.domain === t.string) {
    return { type: 'object', additionalProperties: part(codec.codomain, `${at}.*`) };
  }
  throw new TypeError(`no JSON Schema is known for the codec ${codec.name} (${codec.constructor.name})`);
}

function objectOf(codec: FieldsType<unknown, unknown>, side: Side, describe: Describe, at: string): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const add = (key: string, inner: t.Mixed, mayBeNull: boolean) => {
    const path = at === '' ? key : `${at}.${key}`;
    const schema = jsonSchemaOf(inner, side, describe, path);
    const description = describe(path);
    properties[key] = { ...(description !== undefined && { description }), ...(mayBeNull ? orNull(schema) : schema) };
  };
  for (const [key, inner] of Object.entries(codec.required)) add(key, inner, false);
  for (const [key, inner] of Object.entries(codec.optional)) add(key, inner, side === 'accepted');
  // A codec that takes `undefined` makes even a required field one that may be missing.
  const required = Object.entries(codec.required).filter(([, inner]) => !mayBeMissing(inner));
  return { type: 'object', properties, ...(required.length > 0 && { required: required.map(([key]) => key) }) };
}

function mayBeMissing(codec: t.Mixed): boolean {
  return !(codec instanceof OrElseType) && E.isRight(codec.decode(undefined));
}

function listOf(codec: t.Mixed, side: Side, items: JsonSchema): JsonSchema {
  if (side === 'sent') return { type: 'array', items };
  const many: JsonSchema = { type: ['array', 'null'], items };
  return codec instanceof OneOrListType ? { anyOf: [many, items] } : many;
}

function unionOf(
  { tag, members, other }: TaggedType<unknown, unknown>,
  part: (codec: t.Mixed) => JsonSchema,
): JsonSchema {
  const known: JsonSchema = { type: 'object', properties: { [tag]: { enum: Object.keys(members) } }, required: [tag] };
  return { anyOf: [...Object.values(members).map(part), { ...part(other), not: known }] };
}
