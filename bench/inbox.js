/**
 * What an inbox costs: `node bench/inbox.js [engines] [rounds] [conversations]`, default `sqlite 7 1000`. (1) The whole HTTP path at
 * 64 senders, the same router with and without inbox, side by side in one run, as many engines as are named; the CPU time is that
 * of the server's process, until all is handled. (2) The bare store against the driver's own fastest loop. Prints ratios, since times are this machine's.
 */
const { fork } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const http = require('node:http');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { engineOf } = require('../scripts/crash/engine');
const { delivery, textOf } = require('./delivery');
const { url } = require('./message');
const { pin } = require('./running');
const { median, quantile } = require('./statistics');

const [names = 'sqlite', rounds = '7', conversations = '1000'] = process.argv.slice(2);
const engines = names.split(',');
const requests = 4000;
const senders = 64;
const batch = 64;
let number = 0;

async function start(name, folder) {
  const child = fork(join(__dirname, 'inbox-target.js'), [name, folder]);
  const { port } = await new Promise((resolve) => child.once('message', resolve));
  pin(child.pid, 0);
  const ask = () =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send('cpu');
    });
  const agent = new http.Agent({ keepAlive: true, maxSockets: senders });
  return { name, child, port, ask, agent, rate: [], cpu: [], p50: [], p99: [] };
}

/** A message with a number of its own: one that comes again is not stored. */
function post({ port, agent }) {
  number += 1;
  const text = textOf(number, number % Number(conversations));
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const req = http.request({ host: '127.0.0.1', port, agent, path: url(), method: 'POST', headers }, (res) => {
      if (res.statusCode !== 200) reject(new Error(`status ${res.statusCode}`));
      res.resume().on('end', resolve);
    });
    req.on('error', reject).end(text);
  });
}

async function round(target, count) {
  const first = await target.ask();
  const times = [];
  let left = count;
  const sender = async () => {
    while (left-- > 0) {
      const started = performance.now();
      await post(target);
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: senders }, sender));
  const seconds = (performance.now() - started) / 1000;
  let last = await target.ask();
  while (last.seen - first.seen < count) {
    await pause(5);
    last = await target.ask();
  }
  return {
    rate: count / seconds,
    cpu: (last.cpu.user + last.cpu.system - first.cpu.user - first.cpu.system) / count,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

async function throughHttp(folder) {
  const targets = [];
  for (const name of ['none', ...engines]) targets.push(await start(name, folder));
  for (const target of targets) await round(target, requests);
  for (let i = 0; i < Number(rounds); i++) {
    for (const target of i % 2 === 0 ? targets : [...targets].reverse()) {
      const measured = await round(target, requests);
      for (const key of Object.keys(measured)) target[key].push(measured[key]);
    }
  }
  for (const { name, rate, cpu, p50, p99 } of targets) {
    const latency = `p50 ${median(p50).toFixed(1)} ms, p99 ${median(p99).toFixed(1)} ms`;
    const label = name === 'none' ? 'without inbox' : `with ${name}`;
    console.log(
      `${label.padEnd(16)} ${median(rate).toFixed(0)} ACKs/s, ${latency}, ${median(cpu).toFixed(0)} µs CPU per request`,
    );
  }
  const [without, ...others] = targets;
  for (const other of others) {
    for (const [key, label] of [
      ['rate', 'ACKs/s'],
      ['p50', 'p50'],
      ['p99', 'p99'],
      ['cpu', 'CPU per request'],
    ]) {
      report(
        `${other.name} / without inbox, ${label}`,
        other[key].map((value, i) => value / without[key][i]),
      );
    }
  }
  for (const { child, agent } of targets) {
    agent.destroy();
    child.disconnect();
  }
}

/** Deliveries a second, `batch` at a time, each batch on the disk before the next. */
async function rateOf(store) {
  const started = performance.now();
  for (let i = 0; i < requests; i += batch) await store(Array.from({ length: batch }, () => delivery(++number, 100)));
  return requests / ((performance.now() - started) / 1000);
}

async function bareStore(engine, folder) {
  const inbox = engineOf(engine).makeInbox(folder);
  await inbox.open();
  const floor = await engineOf(engine).openFloor(folder);
  const ways = [
    (deliveries) => Promise.all(deliveries.map((one) => inbox.accept(one))),
    (deliveries) => floor.store(deliveries.map((one) => one.body)),
  ];
  for (const way of ways) await rateOf(way);
  const rates = [[], []];
  for (let i = 0; i < Number(rounds); i++) {
    for (const j of i % 2 === 0 ? [0, 1] : [1, 0]) rates[j].push(await rateOf(ways[j]));
  }
  console.log(
    `\n${engine}, bare store, ${batch} at a time: ${median(rates[0]).toFixed(0)}/s; the driver's own loop: ${median(rates[1]).toFixed(0)}/s`,
  );
  report(
    `${engine} / driver's own loop, deliveries/s`,
    rates[0].map((rate, i) => rate / rates[1][i]),
  );
  await inbox.close();
  await floor.close();
}

function report(label, ratios) {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  console.log(`${label}:  ${median(ratios).toFixed(2)} median  (${least} to ${most})`);
}

async function main() {
  const pinned = pin(process.pid, 1);
  console.log(
    `Node ${process.version}, ${rounds} rounds of ${requests}, ${senders} senders, ${pinned ? 'server and load on cores of their own' : 'not pinned'}`,
  );
  const folders = ['', ...engines].map(() => mkdtempSync(join(tmpdir(), 'im-callbacks-bench-')));
  const beside = [];
  for (const [i, engine] of engines.entries()) {
    const set = await engineOf(engine).setUp?.(folders[i + 1]);
    Object.assign(process.env, set?.env);
    beside.push(set);
  }
  await throughHttp(folders[0]);
  for (const [i, engine] of engines.entries()) await bareStore(engine, folders[i + 1]);
  for (const set of beside) await set?.tearDown();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

main();
