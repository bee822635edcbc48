/** The names of codecs in words for readers. */
const { FieldsType, ListType, TaggedType } = require('../dist/codecs');
const { toHeading } = require('./markdown');

const words = {
  text: 'string',
  integer: 'integer',
  int32: '32-bit integer',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
  anything: 'any value',
};

/** Unions told apart by a tag have a section of their own. */
const headingOf = (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}s`;

/** The words for the type of a field; `unions` are the tagged unions of the page. */
function typeWords(name, unions) {
  if (!name.endsWith('[]')) return words[name] ?? (unions.has(name) ? toHeading(headingOf(name)) : 'object');
  const item = name.slice(0, -2);
  return unions.has(item) ? `list of ${toHeading(headingOf(item))}` : `list of ${typeWords(item, unions)}s`;
}

/** Every tagged union in these codecs, by name. */
function unionsIn(codecs, found = new Map()) {
  for (const codec of codecs) {
    if (codec instanceof TaggedType) found.set(codec.name, codec);
    if (codec instanceof ListType) unionsIn([codec.item], found);
    if (codec instanceof FieldsType) unionsIn(Object.values({ ...codec.required, ...codec.optional }), found);
  }
  return found;
}

module.exports = { headingOf, typeWords, unionsIn };
