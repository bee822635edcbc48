/**
 * Writes docs/commands.md from the catalogue in dist/. With --check it writes nothing and exits with 1 when the file is
 * not what it would write.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const page = join(root, 'docs', 'commands.md');

if (!existsSync(join(root, 'dist', 'schema'))) {
  console.error('dist/ is missing or old; run: npm run docs');
  process.exit(1);
}

const { commandsPage } = require('./commands-page');
const written = commandsPage();

if (!process.argv.includes('--check')) {
  writeFileSync(page, written);
} else if (!existsSync(page) || readFileSync(page, 'utf8').replaceAll('\r\n', '\n') !== written) {
  console.error('docs/commands.md does not say what the catalogue says; run: npm run docs');
  process.exit(1);
}
