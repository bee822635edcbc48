/**
 * Removes the declarations in dist/ that no entry of the package leads to: those of the catalogue's entries, whose
 * types `npm run docs` has written by name, and those of the command line. No editor would read them.
 */
const { existsSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const root = join(__dirname, '..');
const { exports: published } = require('../package.json');
const entries = Object.values(published).flatMap(({ types }) => (types === undefined ? [] : [resolve(root, types)]));

/** `from './x'`, `import('./x')`, and `import './x'`. */
const imported = /(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]/g;

function fileOf(name, from) {
  const path = resolve(dirname(from), name);
  const found = [`${path}.d.ts`, join(path, 'index.d.ts')].find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${from} imports ${name}, which is no declaration in dist/`);
  return found;
}

const kept = new Set();
function keep(file) {
  if (kept.has(file)) return;
  kept.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(imported)) keep(fileOf(name, file));
}
for (const entry of entries) keep(entry);

const dist = join(root, 'dist');
for (const file of readdirSync(dist, { recursive: true })
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join(dist, name))) {
  if (!kept.has(file)) rmSync(file);
}
