/** TypeScript from shapes. */
const { jsdoc } = require('./jsdoc');

/**
 * The declarations of a shape and of all its parts, the shape first: `[{ name, text, uses }]`. They are types, not
 * interfaces, because only a type is assignable to a record of JSON, e.g. for a column of a database.
 */
function declarationsOf(name, shape, heading, nameOf) {
  const found = [];
  const uses = new Set();
  const parts = [];
  const refer = (part) => {
    if (part.kind === 'word') return part.text;
    if (part.kind === 'record') return `{ [key: string]: ${refer(part.value)} }`;
    if (part.kind === 'list') return listOf(refer(part.item));
    const partName = nameOf(part, name);
    uses.add(partName);
    parts.push([partName, part]);
    return partName;
  };
  found.push({ name, text: `${jsdoc([heading])}\nexport type ${name} = ${written(shape, refer)};`, uses });
  for (const [partName, part] of parts) {
    const title = `${part.name.charAt(0).toUpperCase()}${part.name.slice(1)}.`;
    // Parts of parts are named after the body, too.
    found.push(...declarationsOf(partName, part, title, (inner) => nameOf(inner, name)));
  }
  return found;
}

const listOf = (item) => (/^\w+$/.test(item) ? `${item}[]` : `(${item})[]`);

function written(shape, refer) {
  if (shape.kind !== 'object')
    return shape.kind === 'union' ? `\n  | ${shape.members.map(refer).join('\n  | ')}` : refer(shape);
  if (shape.fields.length === 0) return 'Record<never, never>';
  const lines = shape.fields.flatMap(({ key, isOptional, meaning, shape: inner }) => [
    ...(meaning === undefined ? [] : [jsdoc([meaning], '  ')]),
    `  ${key}${isOptional ? '?' : ''}: ${refer(inner)};`,
  ]);
  return `{\n${lines.join('\n')}\n}`;
}

module.exports = { declarationsOf };
