/**
 * What one delivery costs each engine, side by side in one run: `node bench/engines.js [engines] [deliveries] [at a time] [rounds]
 * [conversations]`, default `sqlite,bullmq,postgres 4000 64 3 1000`. Storing, handling in so many conversations and in one: µs of CPU of this process and of
 * the store's own, and deliveries a second; then the ratios to BullMQ, or to the first.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { engineOf } = require('../scripts/crash/engine');
const { delivery } = require('./delivery');
const { processCpu, serverOf } = require('./server-cpu');
const { median } = require('./statistics');

const [names = 'sqlite,bullmq,postgres', deliveries = '4000', atATime = '64', rounds = '3', conversations = '1000'] =
  process.argv.slice(2);
const engines = names.split(',');
const [count, most] = [Number(deliveries), Number(atATime)];
const parts = ['store', 'handle', 'one conversation'];
let number = 0;

async function store(inbox, many, among) {
  let left = many;
  const producer = async () => {
    while (left-- > 0) await inbox.accept(delivery(++number, among));
  };
  await Promise.all(Array.from({ length: most }, producer));
}

/** The consumer is made before the clock starts: it finds its shares and connections once. */
async function handle(inbox, many) {
  let handled = 0;
  const run = async () => {
    handled += 1;
    return { next: 'done' };
  };
  const consumer = await inbox.consume(run, { concurrency: most });
  while (handled < many) await pause(2);
  return consumer;
}

async function measured(server, many, work) {
  const [own, its, clock] = [processCpu(), server.cpu(), performance.now()];
  await work();
  const seconds = (performance.now() - clock) / 1000;
  return { own: (processCpu() - own) / many, server: (server.cpu() - its) / many, rate: many / seconds };
}

async function round(engine, folder, server) {
  const results = {};
  const fresh = async () => {
    const inbox = engineOf(engine).makeInbox(folder);
    await inbox.open();
    return inbox;
  };
  let inbox = await fresh();
  results.store = await measured(server, count, () => store(inbox, count, Number(conversations)));
  results.handle = await measured(server, count, () => handle(inbox, count));
  await inbox.close();
  inbox = await fresh();
  const few = Math.min(count, 1000);
  await store(inbox, few, 1);
  results['one conversation'] = await measured(server, few, () => handle(inbox, few));
  await inbox.close();
  return results;
}

async function main() {
  const folders = engines.map(() => mkdtempSync(join(tmpdir(), 'im-callbacks-bench-')));
  const beside = [];
  for (const [i, engine] of engines.entries()) {
    beside[i] = await engineOf(engine).setUp?.(folders[i]);
    Object.assign(process.env, beside[i]?.env);
  }
  const servers = await Promise.all(engines.map((engine, i) => serverOf(engine, beside[i])));
  for (const [i, engine] of engines.entries()) await round(engine, folders[i], servers[i]); // warms up
  const results = engines.map(() => []);
  for (let r = 0; r < Number(rounds); r++)
    for (const [i, engine] of engines.entries()) results[i].push(await round(engine, folders[i], servers[i]));
  print(results);
  for (const one of beside) await one?.tearDown();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  process.exit();
}

function print(results) {
  console.log(
    `Node ${process.version}, ${count} deliveries in ${conversations} conversations, ${most} at a time, ${rounds} rounds`,
  );
  const base = Math.max(0, engines.indexOf('bullmq'));
  for (const part of parts) {
    for (const [i, engine] of engines.entries()) {
      const of = (name, from = results[i]) => median(from.map((result) => result[part][name]));
      const total = (from) => of('own', from) + of('server', from);
      const cpu = `${of('own').toFixed(0)} + ${of('server').toFixed(0)} µs CPU`;
      const ratios = `${(total() / total(results[base])).toFixed(2)} of the CPU, ${(of('rate') / of('rate', results[base])).toFixed(2)} of the rate of ${engines[base]}`;
      console.log(
        `${part.padEnd(17)} ${engine.padEnd(9)} ${of('rate').toFixed(0).padStart(6)}/s, ${cpu.padEnd(22)} ${ratios}`,
      );
    }
  }
}

main();
