/** Memory under load, beside the hand-written route: `node bench/memory.js [seconds]`, 60 unless told. Both run at the same time. */
const { pin, start } = require('./running');
const { median } = require('./statistics');

const names = ['package, Express 5', 'hand-written, Express 5'];
const batch = 1000;

/** Resident memory after each batch; the first fifth is warming up. */
async function watch(target, until) {
  const rss = [];
  while (performance.now() < until) {
    await target.round(batch);
    rss.push((await target.ask()).rss);
  }
  return rss.slice(Math.floor(rss.length / 5));
}

async function measureMemory({ seconds = 60, node = process.execPath } = {}) {
  pin(process.pid, 1);
  const running = await Promise.all(names.map((name) => start(name, { node })));
  const until = performance.now() + 1000 * seconds;
  const [ours, theirs] = await Promise.all(running.map((target) => watch(target, until)));
  await Promise.all(running.map((target) => target.stop()));
  const half = ours.length >> 1;
  return {
    ratio: median(ours) / median(theirs),
    growth: median(ours.slice(half)) / median(ours.slice(0, half)),
    requests: ours.length * batch,
  };
}

module.exports = { measureMemory };
if (require.main === module)
  measureMemory({ seconds: Number(process.argv[2] ?? 60) }).then(({ ratio, growth, requests }) => {
    console.log(`resident memory, package / hand-written route: ${ratio.toFixed(2)}, after ${requests} requests`);
    console.log(`second half of the time / first half: ${growth.toFixed(3)}`);
  });
