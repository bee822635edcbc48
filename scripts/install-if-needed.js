/**
 * Installs the locked dependencies when they are missing or older than the lock file, so that two commands do for everything: those of
 * the repository, or of the folder that is named.
 */
const { execFileSync } = require('node:child_process');
const { existsSync, lstatSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', process.argv[2] ?? '.');
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');

const modules = join(root, 'node_modules');
// `npm ci` begins with emptying the folder, and one that is only linked here belongs to somebody else.
const isLinked = existsSync(modules) && lstatSync(modules).isSymbolicLink();

if (!isLinked && (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs)) {
  console.log('Installing dependencies …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
