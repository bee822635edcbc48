/**
 * How soon a web process and a worker use the new master after the host of the old one stops silently: `node
 * scripts/crash/frozen.js [rounds]`, default 5. Prints milliseconds since the stop; Sentinel alone takes one to two
 * seconds of them.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { startWatched } = require('./redis-failover');

const longest = 60_000;

function delivery(number) {
  const common = { identified: true, vendor: 'tencent', wire: 'x', receivedAt: Date.now(), query: {}, expected: true };
  return { ...common, key: `${number}`, conversation: `c${number % 10}`, operationID: `${number}`, body: `${number}` };
}

/**
 * Accepts and handles all the time. `since(start)` gives how long after `start` a later delivery was first accepted and
 * first handled.
 */
async function startBoth({ sentinels, name }) {
  const { bullmqInbox } = require('../../dist/inbox/bullmq');
  const make = () => bullmqInbox({ connection: { sentinels, name }, lockMs: 1000 });
  const [web, worker] = [make(), make()];
  await Promise.all([web.open(), worker.open()]);
  const acceptedAt = new Map();
  const firstHandled = new Map();
  const run = async ({ delivery: { body } }) => {
    if (!firstHandled.has(body)) firstHandled.set(body, performance.now());
    return { next: 'done' };
  };
  await worker.consume(run, { concurrency: 8 });
  let isOver = false;
  const sending = (async () => {
    for (let number = 0; !isOver; number++) {
      const sentAt = performance.now();
      await web.accept(delivery(number)).then(
        () => acceptedAt.set(`${number}`, { sentAt, at: performance.now() }),
        () => {}, // that is what is measured
      );
      await pause(20);
    }
  })();
  return {
    since(start) {
      const later = [...acceptedAt].filter(([, { sentAt }]) => sentAt > start);
      const handled = later.map(([body]) => firstHandled.get(body)).filter((at) => at !== undefined);
      return { webMs: later[0] && later[0][1].at - start, workerMs: handled[0] && Math.min(...handled) - start };
    },
    async stop() {
      isOver = true;
      await sending;
      await Promise.all([web.close(), worker.close()]);
    },
  };
}

/** Resolves with the two times; the old master is a replica again by then. */
async function frozenRound(watched, both) {
  const start = performance.now();
  const over = watched.frozen();
  over.catch(() => {}); // `await over` throws it
  let times = both.since(start + 100);
  while ((times.webMs === undefined || times.workerMs === undefined) && performance.now() - start < longest) {
    await pause(50);
    times = both.since(start + 100);
  }
  await over;
  return times;
}

async function frozenRounds(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-frozen-'));
  const watched = await startWatched(folder, { thawsAfterMs: 8000 });
  const both = await startBoth(watched);
  const all = [];
  try {
    for (let i = 0; i < rounds; i++) all.push(await frozenRound(watched, both));
    return all;
  } finally {
    await both.stop();
    await watched.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { frozenRounds };

if (require.main === module) {
  frozenRounds(Number(process.argv[2] ?? 5)).then((all) => {
    for (const { webMs, workerMs } of all)
      console.log(`web ${Math.round(webMs)} ms, worker ${Math.round(workerMs)} ms`);
    if (all.some(({ webMs, workerMs }) => !(webMs < 10_000 && workerMs < 10_000))) process.exitCode = 1;
  });
}
