const tokens = require('js-tokens');

/**
 * The prose of a file, as a text of the same length: everything else is blank, so that positions stay the same. In
 * Markdown, everything but code, addresses and comments is prose; in a script, comments and strings of several words
 * are.
 */
exports.proseOf = (file, source) => (file.endsWith('.md') ? ofMarkdown(source) : ofScript(source));

const blank = (text) => text.replace(/[^\n]/g, ' ');

function ofMarkdown(source) {
  return source
    .replace(/^( *)(```|~~~)[\s\S]*?^\1\2/gm, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\]\([^)\s]*\)/g, blank);
}

function ofScript(source) {
  let prose = '';
  for (const { type, value } of tokens(source)) prose += isProse(type, value) ? withoutCode(value) : blank(value);
  return prose;
}

/** A string of one word is a name, and no prose. */
function isProse(type, value) {
  if (type.endsWith('Comment')) return true;
  return (type === 'StringLiteral' || type.includes('Template')) && /[A-Za-z,] +[a-z]/.test(value);
}

const withoutCode = (text) => (text.startsWith('`') ? text : text.replace(/`[^`\n]*`/g, blank));
