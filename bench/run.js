/**
 * Measures CPU time per request of every target, interleaved in one run, and prints ratios. `node bench/run.js [rounds]`.
 * Ratios are of rounds that ran side by side; differences under 15 % are noise.
 */
const { fork, spawnSync } = require('node:child_process');
const http = require('node:http');
const { join } = require('node:path');
const { body, url } = require('./message');
const { names } = require('./targets');

const rounds = Number(process.argv[2] ?? 11);
const requests = 2000;
const connections = 16;
const pin = (pid, core) => spawnSync('taskset', ['-acp', String(core), String(pid)]).status === 0;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function start(name) {
  const child = fork(join(__dirname, 'targets.js'), [name]);
  const { port } = await new Promise((resolve) => child.once('message', resolve));
  pin(child.pid, 0);
  const ask = () =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send('cpu');
    });
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return { name, child, port, ask, agent, cpu: [] };
}

function post({ port, agent }) {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
  return new Promise((resolve, reject) => {
    const req = http.request({ host: '127.0.0.1', port, agent, path: url(), method: 'POST', headers }, (res) => {
      if (res.statusCode !== 200) reject(new Error(`status ${res.statusCode}`));
      res.resume().on('end', resolve);
    });
    req.on('error', reject).end(body);
  });
}

/** One round: CPU microseconds per request. */
async function round(target, count) {
  const before = await target.ask();
  let left = count;
  const sender = async () => {
    while (left-- > 0) await post(target);
  };
  await Promise.all(Array.from({ length: connections }, sender));
  const after = await target.ask();
  if (after.seen - before.seen !== count)
    throw new Error(`${target.name} handled ${after.seen - before.seen} of ${count}`);
  return (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / count;
}

function compare(targets, [name, base]) {
  const of = (wanted) => targets.find((target) => target.name === wanted).cpu;
  const ratios = of(name).map((cpu, i) => cpu / of(base)[i]);
  const lowest = Math.min(...of(name)) / Math.min(...of(base));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  console.log(
    `${name} / ${base}:  ${median(ratios).toFixed(2)} median, ${lowest.toFixed(2)} of minima  (${least} to ${most})`,
  );
}

async function main() {
  const pinned = pin(process.pid, 1);
  console.log(
    `Node ${process.version}, ${rounds} rounds of ${requests}, ${pinned ? 'server and load on cores of their own' : 'not pinned'}`,
  );
  const targets = await Promise.all(names.map(start));
  for (const target of targets) await round(target, 2 * requests);
  for (let i = 0; i < rounds; i++) {
    const order = targets.map((_, j) => targets[(i + j) % targets.length]);
    for (const target of i % 2 === 0 ? order : order.reverse()) target.cpu.push(await round(target, requests));
  }
  for (const { name, cpu } of targets) console.log(`${name.padEnd(31)} ${median(cpu).toFixed(1)} µs CPU per request`);
  console.log();
  compare(targets, ['package, Express 5', 'hand-written, Express 5']);
  compare(targets, ['package, Express 4', 'hand-written, Express 4']);
  compare(targets, ['package, node:http', 'raw node:http']);
  compare(targets, ['package, telemetry without SDK', 'package, Express 5']);
  compare(targets, ['package, telemetry with SDK', 'package, Express 5']);
  for (const { child, agent } of targets) {
    agent.destroy();
    child.disconnect();
  }
}

main();
