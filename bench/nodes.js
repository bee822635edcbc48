/** The Node binaries and peers of bench/package.json: installed when asked for, by the ordinary client and from the lock file. */
const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const majors = [20, 22, 24];
const kind = `${process.platform}-${process.arch}`;

function installPeers() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: __dirname, stdio: 'inherit' });
}

/** `[[version, path]]` of what is installed; the running one alone where nothing is, or none exists for this machine. */
function installedNodes() {
  const paths = majors
    .map((major) => join(__dirname, 'node_modules', `node${major}-${kind}`, 'bin', 'node'))
    .filter((path) => existsSync(path));
  if (paths.length === 0) return [[process.version, process.execPath]];
  return paths.map((path) => [execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(), path]);
}

/** 24 of v24.21.0. */
const majorOf = (version) => Number(/^v(\d+)/.exec(version)[1]);

module.exports = { installPeers, installedNodes, majorOf };
