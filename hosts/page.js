/**
 * Puts the files of this folder and the table of hosts into docs/hosts.md and its translation, so that the pages show
 * exactly what `npm run test:hosts` runs. Run by `npm run docs`; a test of `npm test` compares the pages with it.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { extname, join } = require('node:path');

const pages = [join(__dirname, '..', 'docs', 'hosts.md'), join(__dirname, '..', 'docs', 'zh-CN', 'hosts.md')];
const english = { head: ['host', 'file', 'what differs'], titles: {}, requests: {}, reasons: {}, colon: ': ' };
const chinese = require('./chinese-words');
// `ts` would be compiled by the test of the guides, which has no packages of hosts.
const languages = { '.mjs': 'js', '.js': 'js', '.ts': 'typescript' };

/** The page with every block and the table rewritten. */
function pageWith(text) {
  return text
    .replace(/(<!-- hosts\/(\S+) -->\n\n)```[\s\S]*?\n```\n/g, (_all, mark, file) => `${mark}${block(file)}`)
    .replace(
      /(<!-- table of hosts(, in Chinese)? -->\n\n)[\s\S]*?(?=\n\n)/,
      (_all, mark, inChinese) => `${mark}${table(inChinese ? chinese : english)}`,
    );
}

function block(file) {
  return `\`\`\`${languages[extname(file)]}\n${readFileSync(join(__dirname, file), 'utf8').trimEnd()}\n\`\`\`\n`;
}

function table(words) {
  const rows = manifests().flatMap(({ name, hosts = [] }) => hosts.map((host) => row(name, host, words)));
  return [`| ${words.head.join(' | ')} |`, '|---|---|---|', ...rows].join('\n');
}

function row(name, { title, file, differs = {} }, { titles, requests, reasons: said, colon }) {
  const reasons = [...new Set(Object.values(differs).map(({ why }) => why))]; // one may stand for several requests
  const about = (reason) => Object.keys(differs).filter((request) => differs[request].why === reason);
  const named = (request) => requests[request] ?? request;
  const what = reasons.map((reason) => `${about(reason).map(named).join('; ')}${colon}${said[reason] ?? reason}`);
  return `| ${titles[title] ?? title} | \`${name}/${file}\` | ${what.join('. ')} |`;
}

/** Each folder with what its package.json says. */
function manifests() {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, ...JSON.parse(readFileSync(join(__dirname, name, 'package.json'), 'utf8')) }));
}

if (require.main === module) {
  for (const page of pages) writeFileSync(page, pageWith(readFileSync(page, 'utf8')));
}

module.exports = { pageWith, manifests, pages };
