/** All HTTP targets under one Node: rounds side by side in changing order, then the claims. */
const claims = require('./claims');
const { pin, start } = require('./running');
const { least, median, ratioOf } = require('./statistics');
const targets = require('./targets');

/** Short rounds: what is compared is then measured within a second or two, while a neighbour does one thing. */
const requests = 500;
/** V8 compiles for some 20,000 requests, on threads of the same process: as much again as what is measured. A server has that behind it after minutes. */
const warm = 25_000;
const connections = 16;
const roundsOfProcess = 12;

const connectionsOf = ({ name }) => targets[name].connections ?? connections;

/**
 * CPU microseconds per request of each target, one value a round. A process may be lucky or not in how V8 came to compile
 * it, by more than the targets differ; so all are restarted every few rounds.
 */
async function measure(names, rounds, node) {
  pin(process.pid, 1);
  const cpu = Object.fromEntries(names.map((name) => [name, []]));
  for (let from = 0; from < rounds; from += roundsOfProcess) {
    const running = await Promise.all(names.map((name) => start(name, { node })));
    try {
      for (const target of running) await target.round(warm, connectionsOf(target));
      for (let i = from; i < Math.min(rounds, from + roundsOfProcess); i++) await oneRound(running, i, cpu);
    } finally {
      for (const target of running) await target.stop();
    }
  }
  return cpu;
}

/** Each target once, another one first each time, and every other time backwards. */
async function oneRound(running, i, cpu) {
  // Turned every other round: turned and reversed at once, two targets would always stand in the same order.
  const turned = running.map((_, j) => running[((i >> 1) + j) % running.length]);
  for (const target of i % 2 === 0 ? turned : turned.reverse())
    cpu[target.name].push(await target.round(requests, connectionsOf(target)));
}

/** `peers`: also those of bench/package.json. */
async function compareTargets({ rounds, peers, node }) {
  const rows = [];
  for (const group of claims) {
    const claimed = group.filter((claim) => peers || !claim.some((name) => targets[name]?.peer));
    const cpu = await measure([...new Set(claimed.flatMap((claim) => claim.slice(0, 2)))], rounds, node);
    for (const [name, values] of Object.entries(cpu))
      console.log(
        `${name.padEnd(36)} ${median(values).toFixed(1)} µs CPU per request, least ${least(values).toFixed(1)}`,
      );
    for (const [name, base, target] of claimed)
      rows.push({ what: `${name} / ${base}`, target, ratio: ratioOf(cpu[name], cpu[base]) });
  }
  return rows;
}

module.exports = { compareTargets, measure, requests, warm };
