/** Notes what was measured in bench/results.json, and writes the two tables of docs/performance.md from it. */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const os = require('node:os');
const { join } = require('node:path');
const { requests } = require('./http');
const { majorOf } = require('./nodes');
const { shown } = require('./statistics');

/** Both languages: what stands between the markers is the only part that is written here. */
const pages = {
  en: join(__dirname, '..', 'docs', 'performance.md'),
  zh: join(__dirname, '..', 'docs', 'zh-CN', 'performance.md'),
};
const words = {
  en: { against: 'the package against …', target: 'target', missed: 'missed' },
  zh: { against: '本包相对于……', target: '目标', missed: '未达到' },
};
const noted = join(__dirname, 'results.json');
const markers = (name) => [`<!-- measured: ${name} -->`, `<!-- /measured: ${name} -->`];

const readResults = () => (existsSync(noted) ? JSON.parse(readFileSync(noted, 'utf8')) : {});

/** The rows of one Node, beside those of the others; they may have been measured at another time. */
function writeResults(version, rounds, rows) {
  const cpus = os.cpus();
  const machine = `${cpus.length} cores of "${cpus[0].model.trim()}", ${os.type()} ${os.arch()}`;
  const others = Object.entries(readResults()).filter(([other]) => majorOf(other) !== majorOf(version));
  const all = [...others, [version, { machine, rounds, requests, peers: peers(), rows }]];
  all.sort(([one], [other]) => majorOf(one) - majorOf(other));
  write(Object.fromEntries(all));
}

/** Some rows measured again; the others stay, and what is said of their rounds. */
function replaceRows(version, rows) {
  const results = readResults();
  const before = results[version];
  if (before === undefined)
    throw new Error(`nothing is noted for Node ${version} yet: measure it without --beside first`);
  const added = rows.filter(({ what }) => !before.rows.some((row) => row.what === what));
  before.rows = [...added, ...before.rows.map((old) => rows.find(({ what }) => what === old.what) ?? old)];
  write(results);
}

const write = (results) => writeFileSync(noted, `${JSON.stringify(results, null, 1)}\n`);

function peers() {
  const names = ['express', 'express4', 'fastify', 'zod', '@octokit/webhooks', '@slack/bolt', '@line/bot-sdk'];
  // Not by `require`: some packages do not let their package.json be required.
  const version = (name) =>
    JSON.parse(readFileSync(join(__dirname, 'node_modules', name, 'package.json'), 'utf8')).version;
  return names.map((name) => `${name} ${version(name)}`).join(', ');
}

const isMissed = ({ most, ratio }) => most !== undefined && ratio !== undefined && ratio.median > most;

/** For a row that has been added since a Node was measured. */
const unmeasured = '–';

/** Two digits, as they are said: a median of 0.954 is no 0.95. */
function leadCell(row, { missed }) {
  if (row === undefined) return unmeasured;
  const note = row.note === undefined ? '' : `, ${row.note}`;
  return `**${row.ratio.median.toFixed(2)}**${note}${isMissed(row) ? ` (${missed})` : ''}`;
}

function wholeCell(row) {
  if (row === undefined) return unmeasured;
  const { ratio, said, note } = row;
  return said ?? `${shown(ratio)}${note ? `; ${note}` : ''}`;
}

const header = (first, target, versions) => [
  `| ${first} | ${target} | ${versions.map((version) => `Node ${version.slice(1)}`).join(' | ')} |`,
  `|---|---|${'---|'.repeat(versions.length)}`,
];

/** One number where all Node versions have one, else all of them. */
function targetOf(rows) {
  const targets = rows.map((row) => row?.most).filter((most) => most !== undefined);
  return targets.length === 0 ? '' : `≤ ${[...new Set(targets)].join(', ')}`;
}

/** Rows of the same place in each Node's list, under the same name. */
function rowsOf(results, isWanted) {
  const [first] = Object.values(results);
  return first.rows
    .map(({ what }) => Object.values(results).map(({ rows }) => rows.find((row) => row.what === what)))
    .filter(([row]) => isWanted(row));
}

/** The eight rows of those who want to know how it compares. */
function leadTable(results, language) {
  const said = words[language];
  const lines = rowsOf(results, ({ lead }) => lead !== undefined).map(
    (rows) => `| ${[rows[0].lead[language], targetOf(rows), ...rows.map((row) => leadCell(row, said))].join(' | ')} |`,
  );
  return [...header(said.against, said.target, Object.keys(results)), ...lines].join('\n');
}

function wholeTable(results) {
  const lines = rowsOf(results, () => true).map(
    (rows) => `| ${[rows[0].what, targetOf(rows), ...rows.map(wholeCell)].join(' | ')} |`,
  );
  const machines = Object.entries(results).map(
    ([version, { machine, rounds, requests: each }]) =>
      `Node ${version.slice(1)}: ${machine}, ${rounds} rounds of ${each.toLocaleString('en')}.`,
  );
  const { peers } = Object.values(results)[0];
  return [...machines.flatMap((machine) => [machine]), '', `Measured against ${peers}.`, '']
    .concat(header('what', 'target', Object.keys(results)), lines)
    .join('\n');
}

function between(text, name, content) {
  const [begin, end] = markers(name);
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  return `${before}\n\n${content}\n\n${text.slice(text.indexOf(end))}`;
}

/** The page with the tables of these results. */
function pageOf(text, results, language) {
  return between(between(text, 'lead', leadTable(results, language)), 'all', wholeTable(results));
}

function writePages() {
  for (const [language, page] of Object.entries(pages))
    writeFileSync(page, pageOf(readFileSync(page, 'utf8'), readResults(), language));
}

module.exports = { writeResults, replaceRows, writePages, pageOf };
