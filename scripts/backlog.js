/**
 * How an inbox starts with a backlog: `node scripts/backlog.js [engine] [deliveries] [conversations]`, default `sqlite
 * 100000 10000`. One process accepts the deliveries, another opens the inbox and handles them. It prints and asserts
 * nothing, since the times are this machine's.
 */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, readdirSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { engineOf } = require('./crash/engine');

const [engine = 'sqlite', total = '100000', conversations = '10000', folder, part] = process.argv.slice(2);
const count = Number(total);
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const rss = () => megabytes(process.memoryUsage().rss);

function delivery(number) {
  const conversation = `tencent/1400000001/group/${number % Number(conversations)}`;
  return {
    key: `tencent/1400000001/Group.CallbackAfterSendMsg/${number}`,
    identified: true,
    conversation,
    vendor: 'tencent',
    wire: 'Group.CallbackAfterSendMsg',
    appId: '1400000001',
    operationID: String(number),
    receivedAt: Date.now(),
    query: { SdkAppid: '1400000001', CallbackCommand: 'Group.CallbackAfterSendMsg' },
    expected: true,
    body: JSON.stringify({ GroupId: 'g', MsgSeq: number, Text: 'x'.repeat(900) }),
  };
}

async function fill(inbox) {
  await inbox.open();
  const started = performance.now();
  for (let first = 0; first < count; first += 1000) {
    await Promise.all(
      Array.from({ length: Math.min(1000, count - first) }, (_, i) => inbox.accept(delivery(first + i))),
    );
  }
  console.log(`accepted in ${((performance.now() - started) / 1000).toFixed(1)} s, 1,000 at a time; RSS ${rss()}`);
  await inbox.close();
}

async function start(inbox) {
  const before = rss();
  const started = performance.now();
  const since = () => `${((performance.now() - started) / 1000).toFixed(2)} s`;
  await inbox.open();
  console.log(`open after ${since()}; RSS ${before} before, ${rss()} then`);
  const numbers = new Map();
  let handled = 0;
  let disordered = 0;
  const all = new Promise((resolve) => {
    inbox.consume(
      async ({ delivery: { conversation, body } }) => {
        const { MsgSeq } = JSON.parse(body);
        if (MsgSeq < (numbers.get(conversation) ?? -1)) disordered += 1;
        numbers.set(conversation, MsgSeq);
        handled += 1;
        if (handled === 1) console.log(`the first handled after ${since()}`);
        if (handled === count) resolve();
        return { next: 'done' };
      },
      { concurrency: 64 },
    );
  });
  setTimeout(() => console.log(`RSS ${rss()} after a second of work`), 1000).unref();
  await all;
  console.log(`all ${count} handled after ${since()}, ${disordered} out of order; RSS ${rss()}`);
  await inbox.close();
}

async function main() {
  const made = mkdtempSync(join(tmpdir(), `im-callbacks-backlog-${engine}-`));
  const beside = await engineOf(engine).setUp?.(made);
  console.log(`${engine}, Node ${process.version}: ${total} deliveries of 1 KB, ${conversations} conversations`);
  for (const name of ['fill', 'start']) {
    const child = fork(__filename, [engine, total, conversations, made, name], {
      env: { ...process.env, ...beside?.env },
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) process.exitCode = 1;
    const bytes = readdirSync(made).reduce((sum, file) => sum + statSync(join(made, file)).size, 0);
    if (name === 'fill') console.log(`on disk ${megabytes(bytes)}`);
  }
  await beside?.tearDown();
  rmSync(made, { recursive: true, force: true });
}

if (part === undefined) main();
else (part === 'fill' ? fill : start)(engineOf(engine).makeInbox(folder)).then(() => process.disconnect());
