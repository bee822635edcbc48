/**
 * Whether a write is on the disk before Redis answers: redis-server runs under strace, and the order of its system
 * calls is read. `node scripts/crash/redis-fsync.js [appendfsync] [deliveries]`, default `always 1000`; fails if an
 * answer left too early.
 */
const { once } = require('node:events');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Redis } = require('ioredis');
const { startRedis } = require('./engines/bullmq');
const { freePort } = require('../free-port');
const { callsOf } = require('./fsync');

const isLogWrite = /^write\(\d+<[^>]*\.aof>.* = \d+$/;
const isLogSync = /^f(data)?sync\(\d+<[^>]*\.aof>.* = 0$/;
const isAnswer = /^(write|writev)\(\d+<(socket|TCP)[^>]*>.* = \d+$/;
const senders = 16;

/** Counts the answers that left, those that left before the whole log was synced, and the syncs of the log. */
function judge(trace) {
  const counts = { answers: 0, early: 0, syncs: 0 };
  let isSynced = true;
  for (const call of callsOf(trace)) {
    if (isLogWrite.test(call)) isSynced = false;
    if (isLogSync.test(call)) {
      counts.syncs += 1;
      isSynced = true;
    }
    if (!isAnswer.test(call)) continue;
    counts.answers += 1;
    if (!isSynced) counts.early += 1;
  }
  return counts;
}

function delivery(number) {
  return {
    key: String(number),
    identified: true,
    conversation: `c${number % 10}`,
    vendor: 'tencent',
    wire: 'Group.CallbackAfterSendMsg',
    operationID: String(number),
    receivedAt: Date.now(),
    query: {},
    expected: true,
    body: '{}',
  };
}

/** Accepts and handles deliveries while strace watches Redis. */
async function traceRedis(appendfsync, deliveries) {
  const { bullmqInbox } = require('../../dist/inbox/bullmq');
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-redis-fsync-'));
  const log = join(folder, 'trace');
  const wrap = ['strace', '-f', '-y', '-e', 'trace=write,writev,fsync,fdatasync', '-s', '16', '-o', log];
  const port = await freePort();
  const child = await startRedis(port, join(folder, 'redis'), { appendfsync, wrap });
  const inbox = bullmqInbox({ connection: { host: '127.0.0.1', port } });
  try {
    const { durability } = await inbox.open();
    let [next, handled] = [0, 0];
    await inbox.consume(
      async () => {
        handled += 1;
        return { next: 'done' };
      },
      { concurrency: 8 },
    );
    const sender = async () => {
      while (next < deliveries) await inbox.accept(delivery(next++));
    };
    await Promise.all(Array.from({ length: senders }, sender));
    while (handled < deliveries) await new Promise((resolve) => setTimeout(resolve, 20));
    await inbox.close();
    return { durability, accepted: next, ...(await ended(port, child, log)) };
  } finally {
    await inbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends Redis with its own command, because it would survive a killed strace. */
async function ended(port, child, log) {
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => null });
  client.on('error', () => {}); // no answer comes
  const gone = once(child, 'exit');
  client.shutdown('NOSAVE').catch(() => {});
  await gone;
  return judge(readFileSync(log, 'latin1'));
}

module.exports = { judge, traceRedis };

if (require.main === module) {
  const [appendfsync = 'always', deliveries = '1000'] = process.argv.slice(2);
  traceRedis(appendfsync, Number(deliveries)).then(({ durability, accepted, answers, early, syncs }) => {
    console.log(
      `${appendfsync} (${durability}): ${accepted} deliveries, ${answers} answers of Redis, ${early} of them before an fsync of what they answer; ${syncs} fsyncs of the log`,
    );
    if (early > 0) process.exitCode = 1;
  });
}
