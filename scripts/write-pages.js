/**
 * Writes the pages of docs/ that are generated from the catalogues in dist/. With --check it writes nothing, and exits
 * with 1 when a page is out of date.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

if (!existsSync(join(root, 'dist', 'schema'))) {
  console.error('dist/ is missing or old; run: npm run docs');
  process.exit(1);
}

const { errorsPage } = require('./errors/page');
const pages = {
  'docs/commands.md': require('./commands-page').commandsPage(),
  'docs/errors.md': errorsPage(require('./errors/english').english),
  'docs/zh-CN/errors.md': errorsPage(require('./errors/chinese').chinese),
};

for (const [name, written] of Object.entries(pages)) {
  const page = join(root, name);
  if (!process.argv.includes('--check')) {
    writeFileSync(page, written);
  } else if (!existsSync(page) || readFileSync(page, 'utf8').replaceAll('\r\n', '\n') !== written) {
    console.error(`${name} does not say what the catalogue says; run: npm run docs`);
    process.exitCode = 1;
  }
}
