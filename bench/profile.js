/** Self time by package and by function of one target under load, from V8's sampling profiler. */
const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { start } = require('./running');

const requests = 60_000;

/** Runs the target with --cpu-prof; the profile is written when its process ends. */
async function profileOf(name, node) {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-profile-'));
  const execArgv = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200'];
  const target = await start(name, { node, execArgv });
  const micros = await target.round(requests);
  await target.stop();
  const profile = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return { profile, micros };
}

/** `…/node_modules/raw-body/index.js` is raw-body's, `…/dist/steps/x.js` the package's, `node:…` Node's. */
function packageOf({ url, functionName }) {
  if (url === '') return functionName.startsWith('(') ? functionName : '(native)';
  if (url.startsWith('node:')) return `node:${url.split(/[:/]/)[1] === 'internal' ? 'internal' : 'lib'}`;
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (name !== undefined) return name;
  return /\/dist\//.test(url) ? 'express-im-callbacks' : 'the target itself';
}

function sum(profile, keyOf) {
  const byId = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const total = new Map();
  profile.samples.forEach((id, i) => {
    const key = keyOf(byId.get(id));
    total.set(key, (total.get(key) ?? 0) + profile.timeDeltas[i]);
  });
  return [...total].filter(([key]) => !key.includes('(idle)')).sort((a, b) => b[1] - a[1]);
}

async function report(name, { node = process.execPath, rows = 40 } = {}) {
  const { profile, micros } = await profileOf(name, node);
  console.log(`${name}: ${micros.toFixed(1)} µs CPU per request while profiled; self time per request, in µs\n`);
  for (const [key, time] of sum(profile, packageOf)) console.log((time / requests).toFixed(2).padStart(7), key);
  console.log();
  const place = (frame) =>
    `${frame.functionName || '(anonymous)'}  ${packageOf(frame)}:${frame.url.split('/').pop()}:${frame.lineNumber + 1}`;
  for (const [key, time] of sum(profile, place).slice(0, rows))
    console.log((time / requests).toFixed(2).padStart(7), key);
}

module.exports = { report };
