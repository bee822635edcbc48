const { forbidden } = require('./forbidden');
const { proseOf } = require('./texts');

/** The forbidden phrases in a file: one line each, with the place and a better word. */
exports.check = (file, source) => {
  const prose = proseOf(file, source);
  const findings = [];
  for (const [phrase, instead] of forbidden) {
    for (const match of prose.matchAll(phrase)) {
      const before = prose.slice(0, match.index).split('\n');
      findings.push({
        line: before.length,
        column: before.at(-1).length + 1,
        message: `"${match[0].replace(/\s+(?:(?:\*|\/\/|#)\s+)?/g, ' ')}": write ${instead}`,
      });
    }
  }
  findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return findings.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
};
