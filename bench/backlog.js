/**
 * What a backlog in PostgreSQL costs: `node bench/backlog.js [deliveries] [seconds]`, default `990000 60`. Bytes of disk, how long it
 * takes to open, to count and to accept beside it, and to handle the first of it. With 0 deliveries: how accepting and handling go for so
 * many seconds at 500 a second, while a transaction elsewhere stays open; then the pick-up after an ACK when there is nothing else to do.
 */
const { setTimeout: pause } = require('node:timers/promises');
const { postgresInbox } = require('../dist/inbox/postgres');
const { makePostgres } = require('../scripts/crash/postgres-server');
const { delivery } = require('./delivery');
const { processCpu, serverOf } = require('./server-cpu');
const { quantile } = require('./statistics');

const [count, seconds] = (process.argv.length > 2 ? process.argv.slice(2) : ['990000', '60']).map(Number);
const conversations = 10_000;
let number = 0;

async function accept(inbox, many, atATime) {
  const times = [];
  let left = many;
  const producer = async () => {
    while (left-- > 0) {
      const startedAt = performance.now();
      await inbox.accept(delivery(++number, conversations));
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: atATime }, producer));
  return `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`;
}

async function timed(what, work) {
  const startedAt = performance.now();
  const result = await work();
  console.log(
    `${what.padEnd(44)} ${(performance.now() - startedAt).toFixed(0)} ms${result === undefined ? '' : `; ${result}`}`,
  );
}

async function sizeOf(server) {
  const [row] = await server.ask(
    "SELECT pg_total_relation_size('im_inbox.delivery') AS waiting, pg_total_relation_size('im_inbox.seen') AS keys",
  );
  return { waiting: Number(row.waiting), keys: Number(row.keys) };
}

/** Arrivals at a steady rate, handled at once, for a while: the latency of the ACK and of the pick-up after it. */
async function steadily({ inbox, handledAt, cpu }, forSeconds, perSecond) {
  const [acks, pickUps] = [[], []];
  const [ownBefore, itsBefore] = [processCpu(), cpu()];
  const end = performance.now() + forSeconds * 1000;
  let sent = 0;
  const startedAt = performance.now();
  const pending = new Set();
  while (performance.now() < end) {
    while (sent < ((performance.now() - startedAt) / 1000) * perSecond) {
      sent += 1;
      const one = delivery(++number, conversations);
      const from = performance.now();
      const done = inbox.accept(one).then(() => {
        const acked = performance.now();
        acks.push(acked - from);
        handledAt.set(one.key, (at) => pickUps.push(at - acked));
      });
      pending.add(done);
      done.finally(() => pending.delete(done));
    }
    await pause(2);
  }
  await Promise.all(pending);
  const show = (times) => `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`;
  const [own, its] = [processCpu() - ownBefore, cpu() - itsBefore].map((micros) => (micros / sent).toFixed(0));
  return `${sent} sent; ACK ${show(acks)}; pick-up after it ${show(pickUps)}; ${own} + ${its} µs CPU`;
}

async function besideAnOpenTransaction(server, rig) {
  const elsewhere = server.connect();
  await elsewhere.connect();
  await timed('steadily, 500 a second', () => steadily(rig, Math.min(10, seconds), 500));
  await elsewhere.query('BEGIN ISOLATION LEVEL REPEATABLE READ; CREATE TABLE elsewhere (a int)');
  for (let part = 1; part <= 4; part++)
    await timed(`beside an open transaction, quarter ${part}`, () => steadily(rig, seconds / 4, 500));
  await elsewhere.end();
  await timed('20 a second', () => steadily(rig, Math.min(20, seconds), 20));
}

async function main() {
  const server = await makePostgres();
  const { cpu } = await serverOf('postgres', server);
  // The lease is the default one: in the crash rounds it is short, and renewed many times as often.
  const makeInbox = () => postgresInbox({ connection: server.url });
  let inbox = makeInbox();
  await inbox.open();
  if (count > 0) {
    await timed(`to accept ${count}, 256 at a time`, () => accept(inbox, count, 256));
    const { waiting, keys } = await sizeOf(server);
    console.log(`on disk: ${(waiting / count).toFixed(0)} bytes each, and ${(keys / count).toFixed(0)} of its key`);
    await inbox.close();
    inbox = makeInbox();
    await timed('to open it', async () => void (await inbox.open()));
    await timed('to count it', async () => `${(await inbox.stats()).waiting} wait`);
    await timed('to accept 2,000 more, 8 at a time', () => accept(inbox, 2000, 8));
  }
  const handledAt = new Map();
  let handled = 0;
  const run = async ({ delivery: { key } }) => {
    handled += 1;
    const at = performance.now();
    setImmediate(() => {
      handledAt.get(key)?.(at);
      handledAt.delete(key);
    });
    return { next: 'done' };
  };
  await inbox.consume(run, { concurrency: 64 });
  const first = Math.min(100_000, count);
  if (count > 0)
    await timed(`to handle ${first} of it`, async () => {
      while (handled < first) await pause(5);
      return `${handled} handled`;
    });
  if (count === 0) await besideAnOpenTransaction(server, { inbox, handledAt, cpu });
  await inbox.close();
  await server.remove();
  process.exit();
}

main();
