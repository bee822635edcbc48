/**
 * The whole bench: `node bench/run.js [rounds] [--peers] [--profile <target>]`.
 *
 * With a number alone: our own targets against the hand-written ones, on the Node that runs this. `--peers` installs
 * bench/package.json first, measures everything on Node 20, 22 and 24, and writes docs/performance.md. `--profile` says
 * where the time of one target goes. Differences under 15 % are noise.
 */
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { compareTargets } = require('./http');
const { installedNodes, installPeers } = require('./nodes');
const { report } = require('./profile');
const { write } = require('./report');
const { shown } = require('./statistics');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: 'boolean', default: false }, profile: { type: 'string' } },
});
const rounds = Number(positionals[0] ?? 60);

function print(rows) {
  console.log('\nmedian of paired ratios / ratio of minima (quartiles)');
  for (const { what, target = '', ratio, said, note = '' } of rows)
    console.log(`${what.padEnd(60)} ${said ?? shown(ratio)} ${note} ${target && `target ${target}`}`);
  console.log();
}

async function everything() {
  installPeers();
  const results = {};
  for (const [version, node] of installedNodes()) {
    console.log(`Node ${version}`);
    const http = await compareTargets({ rounds, peers: true, node });
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e7 };
    const rest = JSON.parse(execFileSync(node, [join(__dirname, 'rows.js')], options));
    results[version] = [...http, ...rest];
    print(results[version]);
  }
  write(results, rounds);
}

async function quick() {
  console.log(`Node ${process.version}, ${rounds} rounds`);
  print(await compareTargets({ rounds, peers: false, node: process.execPath }));
}

if (values.profile !== undefined) report(values.profile);
else if (values.peers) everything();
else quick();
