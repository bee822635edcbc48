/** What the key of a command is made of, in words: its `identity` is run on a body in which no two values are equal. */
const { FieldsType, ListType, OrElseType, TaggedType } = require('../dist/codecs');
const { code } = require('./markdown');

/** A value for every field of a codec, and for each value where it stands. */
function distinctBody(codec, names, at = '') {
  if (codec instanceof OrElseType) return distinctBody(codec.codec, names, at);
  if (codec instanceof TaggedType) return distinctBody(Object.values(codec.members)[0], names, at);
  if (codec instanceof ListType) return [distinctBody(codec.item, names, `${at}[]`)];
  if (codec instanceof FieldsType) {
    const fields = Object.entries({ ...codec.required, ...codec.optional });
    const inside = (key) => (at === '' ? key : `${at}.${key}`);
    return Object.fromEntries(fields.map(([key, inner]) => [key, distinctBody(inner, names, inside(key))]));
  }
  const isNumber = ['integer', 'number', 'int32'].includes(codec.name);
  const value = isNumber ? 1_000_001 + names.size : `value ${names.size}`;
  names.set(value, at);
  return codec.name === 'boolean' ? true : value;
}

function keyWords({ request, identity, vendor }) {
  const names = new Map();
  const { key, at } = identity(distinctBody(request, names));
  const named = (key ?? []).map((part) => names.get(part)).filter((path) => path !== undefined);
  const time = vendor === 'tencent' ? names.get(at) : undefined;
  const otherwise =
    time === undefined ? 'every delivery has its own' : `a digest of the body, if ${code(time)} is there`;
  if (named.length === 0) return otherwise;
  return named.map(code).join(', ');
}

module.exports = { keyWords };
