/** Writes the table into docs/performance.md, between its two markers. */
const { readFileSync, writeFileSync } = require('node:fs');
const os = require('node:os');
const { join } = require('node:path');
const { shown } = require('./statistics');

const page = join(__dirname, '..', 'docs', 'performance.md');
const [begin, end] = ['<!-- measured: npm run bench -- --peers -->', '<!-- /measured -->'];

const cell = ({ ratio, said, note }) => said ?? `${shown(ratio)}${note ? `; ${note}` : ''}`;

/** `results`: one list of rows for each Node version, all of the same length and order. */
function table(results) {
  const versions = Object.keys(results);
  const [first] = Object.values(results);
  const lines = first.map(({ what, target = '' }, i) => {
    const cells = versions.map((version) => cell(results[version][i]));
    return `| ${[what, target, ...cells].join(' | ')} |`;
  });
  return [
    `| what | target | ${versions.map((version) => `Node ${version.slice(1)}`).join(' | ')} |`,
    `|---|---|${'---|'.repeat(versions.length)}`,
    ...lines,
  ].join('\n');
}

function versionsOf(names) {
  // Not by `require`: some packages do not let their package.json be required.
  const version = (name) =>
    JSON.parse(readFileSync(join(__dirname, 'node_modules', name, 'package.json'), 'utf8')).version;
  return names.map((name) => `${name} ${version(name)}`).join(', ');
}

function write(results, rounds) {
  const peers = versionsOf([
    'express',
    'express4',
    'fastify',
    'zod',
    '@octokit/webhooks',
    '@slack/bolt',
    '@line/bot-sdk',
  ]);
  const cpus = os.cpus();
  const text = readFileSync(page, 'utf8');
  const machine = `${cpus.length} cores of "${cpus[0].model.trim()}", ${os.type()} ${os.arch()}. ${rounds} rounds. ${peers}.`;
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  writeFileSync(page, `${before}\n\n${machine}\n\n${table(results)}\n\n${after}`);
}

module.exports = { write, table };
