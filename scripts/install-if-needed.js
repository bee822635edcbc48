/**
 * Installs the locked dependencies when they are missing or older than the lock file, so that no command needs a
 * separate install.
 *
 * With names of packages it installs only these, what they need, and what the package itself needs at run time. So the
 * example app and the demo do not wait for the tools of the tests.
 */
const { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { install, isLinked, isOld } = require('./npm-ci');

const root = join(__dirname, '..');
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const { name, version, dependencies, devDependencies, overrides } = readJson(join(root, 'package.json'));
const wanted = process.argv.slice(2);

const isInstalled = (names) => names.every((each) => existsSync(join(modules, each)));
const isWhole = isInstalled(Object.keys({ ...dependencies, ...devDependencies }));

if (!isLinked(root) && (isOld(root) || !(isWhole || (wanted.length > 0 && isInstalled(wanted))))) {
  console.log('Installing dependencies …');
  if (wanted.length === 0 || isWhole) install(root);
  else installSome();
}

/** Uses the same lock file. npm leaves out by itself every package that nothing depends on any more. */
function installSome() {
  const folder = join(root, '.install');
  const unknown = wanted.filter((each) => devDependencies[each] === undefined);
  if (unknown.length > 0) throw new Error(`not in devDependencies of package.json: ${unknown.join(', ')}`);
  const some = { ...dependencies, ...Object.fromEntries(wanted.map((each) => [each, devDependencies[each]])) };
  const lock = readJson(lockFile);
  lock.packages[''] = { name, version, dependencies: some };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, dependencies: some, overrides }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  install(folder);
  rmSync(modules, { recursive: true, force: true });
  renameSync(join(folder, 'node_modules'), modules);
  rmSync(folder, { recursive: true, force: true });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
