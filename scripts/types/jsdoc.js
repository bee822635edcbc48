/** Comments that editors show. */

const width = 120;

/** A text in which nothing ends the comment. */
const harmless = (text) => text.replaceAll('*/', '*\\/');

function wrapped(text, room) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * A comment of these paragraphs. A paragraph that begins with a space stays in one line, as code must. '' separates two
 * paragraphs.
 */
function jsdoc(paragraphs, indent = '') {
  const lines = paragraphs.flatMap((text) =>
    text.startsWith(' ') ? [harmless(text.slice(1))] : wrapped(harmless(text), width - indent.length - 3),
  );
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

module.exports = { jsdoc };
