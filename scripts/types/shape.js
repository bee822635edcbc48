/** What a codec accepts, as a tree: the form between a codec and the TypeScript that is written for it. */
const { FieldsType, integerOrEmpty, ListType, OrElseType, TaggedType } = require('../../dist/codecs');

/** The TypeScript of a codec that is no object, by its name. */
const words = {
  text: 'string',
  integer: 'number',
  int32: 'number',
  number: 'number',
  boolean: 'boolean',
  anything: 'unknown',
  object: 'Readonly<Record<string, unknown>>',
};

/** The member of a tagged union that stands for every tag no other has. See AnyOther in src/codecs/tagged.ts. */
const anyOther = { kind: 'word', text: `'(any other)'` };

/** `meaning` gives the meaning of a path; with `true`, that of a field by the names of its codec and the field. */
function shapeOf(codec, meaning, path = '') {
  if (codec instanceof OrElseType) return shapeOf(codec.codec, meaning, path);
  if (codec instanceof ListType) return { kind: 'list', item: shapeOf(codec.item, meaning, `${path}[]`) };
  if (codec instanceof FieldsType) return { kind: 'object', name: codec.name, fields: fieldsOf(codec, meaning, path) };
  if (codec instanceof TaggedType) return unionOf(codec, meaning, path);
  if (codec._tag === 'DictionaryType') return { kind: 'record', value: shapeOf(codec.codomain, meaning, path) };
  if (codec._tag === 'LiteralType') return { kind: 'word', text: `'${codec.value}'` };
  const text = words[codec.name];
  if (text === undefined) throw new Error(`scripts/types: no TypeScript is known for the codec ${codec.name}`);
  return { kind: 'word', text };
}

function fieldsOf({ required, optional }, meaning, path) {
  const fieldOf =
    (isOptional) =>
    ([key, codec]) => {
      const at = path === '' ? key : `${path}.${key}`;
      return { key, isOptional, meaning: meaning(at), shape: shapeOf(codec, meaning, at) };
    };
  if (Object.values(required).includes(integerOrEmpty))
    throw new Error('scripts/types: integerOrEmpty is for optional fields');
  return [...Object.entries(required).map(fieldOf(false)), ...Object.entries(optional).map(fieldOf(true))];
}

/**
 * The fields of a member have the path of the union. The fields inside these are explained by the names of codec and
 * field.
 */
function unionOf(codec, meaning, path) {
  const members = Object.values(codec.members).map((member) => memberOf(member, meaning, path));
  const other = memberOf(codec.other, meaning, path);
  const fields = other.fields.map((field) => (field.key === codec.tag ? { ...field, shape: anyOther } : field));
  return { kind: 'union', name: codec.name, members: [...members, { ...other, name: `other ${codec.name}`, fields }] };
}

function memberOf(member, meaning, path) {
  const shape = shapeOf(member, meaning, path);
  return {
    ...shape,
    fields: shape.fields.map((field) => ({ ...field, shape: explainedByCodec(field.shape, meaning) })),
  };
}

function explainedByCodec(shape, meaning) {
  if (shape.kind === 'list') return { ...shape, item: explainedByCodec(shape.item, meaning) };
  if (shape.kind !== 'object') return shape;
  const fields = shape.fields.map((field) => ({
    ...field,
    meaning: meaning(`${shape.name}.${field.key}`, true),
    shape: explainedByCodec(field.shape, meaning),
  }));
  return { ...shape, fields };
}

module.exports = { shapeOf };
