/** Scratch projects: each host's own packages from npm, beside this package as it would be published. */
const { execFile } = require('node:child_process');
const { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { promisify } = require('node:util');

const run = promisify(execFile);
const { environment, quiet } = require('./environment');

const root = join(__dirname, '..');
const shared = ['im.mjs', 'listen.cjs', 'invoke.mjs'];

/** Makes a folder for all projects and packs this package into it. `remove` deletes it. */
async function openScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-hosts-'));
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'nothing was packed');
  return { folder, tarball, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Installs the packages that hosts/<name>/package.json lists, without their install scripts, into scratch/<name>. */
async function makeProject(scratch, name) {
  const folder = join(scratch.folder, name);
  cpSync(join(__dirname, name), folder, { recursive: true });
  for (const file of shared) cpSync(join(__dirname, file), join(folder, file));
  const { prepare, ...manifest } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const dependencies = { ...manifest.dependencies, 'express-im-callbacks': `file:${scratch.tarball}` };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', ...manifest, dependencies }),
  );
  const flags = [
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-package-lock',
    '--legacy-peer-deps',
  ];
  await run('npm', ['install', ...flags], { cwd: folder, maxBuffer: 1 << 24 });
  if (readdirSync(folder).includes('tsconfig.json')) {
    await run(
      process.execPath,
      [require.resolve('typescript/package.json').replace('package.json', 'bin/tsc'), '-p', '.'],
      { cwd: folder },
    );
  }
  if (prepare !== undefined)
    await run(process.execPath, prepare, {
      cwd: folder,
      env: { ...process.env, ...environment, ...quiet },
      maxBuffer: 1 << 24,
    });
}

module.exports = { openScratch, makeProject };
