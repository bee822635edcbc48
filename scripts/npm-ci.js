/** The locked packages of a folder: whether they are there, and how they are installed. */
const { execFileSync } = require('node:child_process');
const { existsSync, lstatSync, statSync } = require('node:fs');
const { join } = require('node:path');

/** `npm ci` empties the folder first, and a folder that is only linked here belongs to another checkout. */
function isLinked(folder) {
  const modules = join(folder, 'node_modules');
  return existsSync(modules) && lstatSync(modules).isSymbolicLink();
}

/** Nothing is installed, or what is installed is older than the lock file. */
function isOld(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(folder, 'package-lock.json')).mtimeMs;
}

function install(folder) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

module.exports = { isLinked, isOld, install };
