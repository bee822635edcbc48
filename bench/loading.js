/** What `require` of the package costs, in processes of their own, and what it loads: `node bench/loading.js [processes]`. */
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { least, median, ratioOf, shown } = require('./statistics');

const root = join(__dirname, '..');

/** CPU milliseconds of a script; `process.cpuUsage` since a wall clock counts other processes. */
function run(node, script) {
  const before = 'const before = process.cpuUsage();';
  const after =
    'const { user, system } = process.cpuUsage(before); console.log(JSON.stringify({ ms: (user + system) / 1000, files: Object.keys(require.cache) }));';
  return JSON.parse(execFileSync(node, ['-e', `${before}${script};${after}`], { cwd: root, encoding: 'utf8' }));
}

const scripts = {
  'the package': `require('.')`,
  'express, for comparison': `require('express')`,
  'body-parser, loaded for a compressed body': `require('body-parser')`,
  'io-ts and fp-ts, of it': `require('io-ts'); require('fp-ts/lib/Either.js')`,
};

function packageOf(file) {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  return (
    name ??
    `own ${
      file
        .slice(root.length + '/dist/'.length)
        .split('/')
        .slice(0, -1)
        .join('/') || 'files'
    }`
  );
}

function measureLoading({ node = process.execPath, processes = 15 } = {}) {
  const taken = Object.fromEntries(Object.keys(scripts).map((name) => [name, []]));
  for (let i = 0; i < processes; i++)
    for (const [name, script] of Object.entries(scripts)) taken[name].push(run(node, script).ms);
  const modules = new Map();
  for (const file of run(node, scripts['the package']).files)
    modules.set(packageOf(file), (modules.get(packageOf(file)) ?? 0) + 1);
  return { taken, modules, ratio: ratioOf(taken['the package'], taken['express, for comparison']) };
}

module.exports = { measureLoading };
if (require.main === module) {
  const { taken, modules, ratio } = measureLoading({ processes: Number(process.argv[2] ?? 15) });
  for (const [name, ms] of Object.entries(taken))
    console.log(`${name.padEnd(26)} ${median(ms).toFixed(0)} ms CPU, least ${least(ms).toFixed(0)}`);
  console.log(`package / express: ${shown(ratio)}\n`);
  for (const [name, count] of [...modules].sort((a, b) => b[1] - a[1])) console.log(String(count).padStart(4), name);
}
