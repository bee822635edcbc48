/**
 * Writes what editors show of the catalogue in dist/: src/vendors/<name>/catalogue/bodies and
 * src/vendors/handler-docs.ts. With --check it writes nothing, and exits with 1 when a file is out of date.
 */
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = join(__dirname, '..');
const { vendors } = require('../dist/vendors');
const { handlerDocs } = require('./types/handler-docs');
const { vendorFiles } = require('./types/vendor-files');

/** These folders hold nothing but the files that are written here. */
const folders = Object.values(vendors).map(({ name }) => `src/vendors/${name}/catalogue/bodies`);
/** Path from the project's folder → text. */
const wanted = new Map([
  ...Object.values(vendors).flatMap((vendor, i) =>
    Object.entries(vendorFiles(vendor)).map(([file, text]) => [`${folders[i]}/${file}`, text]),
  ),
  ['src/vendors/handler-docs.ts', handlerDocs(Object.values(vendors))],
]);

const textOf = (file) =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n') : undefined;
const stale = [...wanted].filter(([file, text]) => textOf(file) !== text);
const there = folders
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`));
const extra = there.filter((file) => !wanted.has(file));

if (process.argv.includes('--check')) {
  for (const file of [...stale.map(([name]) => name), ...extra])
    console.error(`${file} does not say what the catalogue says; run: npm run docs`);
  process.exitCode = stale.length + extra.length > 0 ? 1 : 0;
} else {
  for (const file of extra) rmSync(join(root, file));
  for (const [file, text] of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
