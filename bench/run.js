/**
 * The whole bench: `node bench/run.js [rounds] [--peers] [--node <major>] [--beside <target>] [--profile <target>]`.
 *
 * With a number alone: our own targets against the hand-written ones, on the Node that runs this. `--beside` takes the rows of that one
 * target only, so that fewer processes take turns. `--peers` installs
 * bench/package.json first, measures everything on Node 20, 22 and 24, or on the one that is named, notes it in bench/results.json and
 * writes docs/performance.md in both languages. `--page` writes the pages from what is noted. `--profile` says where the time of one target goes.
 */
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { compareTargets } = require('./http');
const { installedNodes, installPeers, majorOf } = require('./nodes');
const { report } = require('./profile');
const { replaceRows, writePages, writeResults } = require('./report');
const { withServers } = require('./servers');
const { shown } = require('./statistics');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    node: { type: 'string' },
    beside: { type: 'string' },
    profile: { type: 'string' },
  },
});
const rounds = Number(positionals[0] ?? 60);

function print(rows) {
  console.log('\nmedian of paired ratios / ratio of minima (quartiles)');
  for (const { what, most, ratio, said, note = '' } of rows)
    console.log(`${what.padEnd(84)} ${said ?? shown(ratio)} ${note} ${most === undefined ? '' : `target ≤ ${most}`}`);
  console.log();
}

function otherRows(node) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e7 };
  return JSON.parse(execFileSync(node, [join(__dirname, 'rows.js')], options));
}

/** Noted after each Node: what is measured stays, whatever happens to the next. */
async function everything() {
  installPeers();
  const nodes = installedNodes().filter(
    ([version]) => values.node === undefined || majorOf(version) === Number(values.node),
  );
  for (const [version, node] of nodes) {
    console.log(`Node ${version}`);
    const { beside } = values;
    const http = await compareTargets({ rounds, only: () => true, beside, node, version, withServers });
    const rows = beside === undefined ? [...http, ...otherRows(node)] : http;
    if (beside === undefined) writeResults(version, rounds, rows);
    else replaceRows(version, rows);
    print(rows);
  }
  writePages();
}

async function quick() {
  console.log(`Node ${process.version}, ${rounds} rounds`);
  const only = ({ peer, engine }) => !peer && engine === undefined;
  const withoutServers = (_names, work) => work({});
  const { execPath: node, version } = process;
  print(await compareTargets({ rounds, only, beside: values.beside, node, version, withServers: withoutServers }));
}

if (values.profile !== undefined) report(values.profile);
else if (values.page) writePages();
else if (values.peers) everything();
else quick();
