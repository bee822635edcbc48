/** One command of a scratch project that must exit with 0: a compiler, or a linter of packages. */
const { execFile } = require('node:child_process');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { quiet } = require('./environment');

const run = promisify(execFile);

/** Longest time for one command, in milliseconds. */
const patienceMs = 120_000;

const strictest = [
  ...['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--types', 'node', '--esModuleInterop'],
  ...[
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
    '--noPropertyAccessFromIndexSignature',
    '--noImplicitOverride',
  ],
];

/** Runs `check` and resolves with its row of the table. */
async function tryCheck(folder, check, { tarball }) {
  const args = commandOf(folder, check).map((one) => (one === 'TARBALL' ? tarball : one));
  try {
    await run(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...quiet },
      timeout: patienceMs,
      maxBuffer: 1 << 24,
    });
    return { title: check.title, passed: 1, of: 1 };
  } catch ({ message, stdout, stderr }) {
    return { title: check.title, passed: 0, of: 1, problems: [`${message}\n${stdout}\n${stderr}`] };
  }
}

function commandOf(folder, { run: command, tsc, flags, files = ['use.ts', 'use-postgres.ts'] }) {
  return command ?? [join(folder, 'node_modules', tsc, 'bin/tsc'), ...strictest, ...flags, ...files];
}

module.exports = { tryCheck };
