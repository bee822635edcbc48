/**
 * `node scripts/build-app.js <folder>`: makes the example app or the demo ready to start on a fresh clone. Installs what both need and
 * no more, then compiles the package and the app at the same time, unchecked. It is one process, because each `npm run` on the way to
 * the first page takes a third of a second.
 */
const { execFileSync, spawn } = require('node:child_process');
const { join } = require('node:path');

/** What both apps import, and what compiles them. */
const packages = [
  ...['@types/node', 'express', 'libsql', 'pino', 'typescript'],
  ...['@opentelemetry/api', '@opentelemetry/exporter-prometheus', '@opentelemetry/sdk-metrics'],
];

const root = join(__dirname, '..');

function compile(args) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const child = spawn(process.execPath, [tsc, ...args, '--noCheck'], { cwd: root, stdio: 'inherit' });
  child.once('exit', (code) => {
    if (code !== 0) process.exitCode = 1;
  });
}

function main([app]) {
  if (app === undefined) throw new Error('name the folder of the app: example-app or demo');
  execFileSync(process.execPath, [join(__dirname, 'install-if-needed.js'), ...packages], {
    cwd: root,
    stdio: 'inherit',
  });
  compile(['-p', 'tsconfig.json', '--declaration', 'false', '--removeComments']);
  compile(['-p', app]);
}

if (require.main === module) main(process.argv.slice(2));
module.exports = { packages };
