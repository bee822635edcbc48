/** The names of the types of one vendor. */

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** `message element` → `MessageElement`. */
const pascal = (text) =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map(capital)
    .join('');

/** `TencentGroupMsg` of a command after the fact, `TencentBeforeGroupMsg` of one before it. */
function bodyName({ vendor, phase, event }) {
  return `${capital(vendor)}${phase === 'before' ? 'Before' : ''}${capital(event)}`;
}

/**
 * Names each part of a body after its codec, if all codecs of this name are the same, including the documentation of
 * their fields. Otherwise the name of the body comes first. Throws when two types would have one name.
 */
function partNames(vendor, roots) {
  const textsByName = new Map();
  for (const { shape } of roots) {
    for (const part of partsOf(shape)) {
      const texts = textsByName.get(part.name) ?? new Set();
      textsByName.set(part.name, texts.add(JSON.stringify(part)));
    }
  }
  const taken = new Map(
    roots.filter(({ name }) => name !== undefined).map(({ name, shape }) => [name, JSON.stringify(shape)]),
  );
  return function nameOf(part, owner) {
    const isAlone = textsByName.get(part.name).size === 1;
    const name = `${isAlone ? capital(vendor) : owner}${pascal(part.name)}`;
    const text = JSON.stringify(part);
    if ((taken.get(name) ?? text) !== text) throw new Error(`scripts/types: two types would be called ${name}`);
    taken.set(name, text);
    return name;
  };
}

/** The objects and unions inside of a shape, itself left out. */
function partsOf(shape) {
  const inside = {
    list: ({ item }) => [item],
    union: ({ members }) => members,
    record: ({ value }) => [value],
    word: () => [],
  };
  const own = shape.kind === 'object' ? shape.fields.map((field) => field.shape) : inside[shape.kind](shape);
  return own.flatMap((part) => [...(part.kind === 'object' || part.kind === 'union' ? [part] : []), ...partsOf(part)]);
}

module.exports = { bodyName, capital, partNames };
