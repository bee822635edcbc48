/** All HTTP targets under one Node: rounds side by side in changing order, then the claims. */
const claims = require('./claims');
const { majorOf } = require('./nodes');
const { pin, start } = require('./running');
const { least, median, ratioOf } = require('./statistics');
const targets = require('./targets');

/** Shorter rounds measure cold caches: what ran in between has taken the core's. What is compared is still measured within two seconds. */
const requests = 2000;
/** V8 compiles for some 20,000 requests, on threads of the same process. A server has that behind it after minutes. */
const warm = 20_000;
const connections = 16;
/**
 * A process may be lucky or not in how V8 came to compile it, by more than the targets differ: so all are restarted
 * this many times, except for a quick look. */
const processes = (rounds) => (rounds < 8 ? 1 : 4);

const connectionsOf = ({ name }) => targets[name].connections ?? connections;

/** CPU microseconds per request of each target, one value a round; `env` is that of the targets. */
async function measure(names, rounds, node, env) {
  pin(process.pid, 1);
  const cpu = Object.fromEntries(names.map((name) => [name, []]));
  const roundsOfProcess = Math.ceil(rounds / processes(rounds));
  for (let from = 0; from < rounds; from += roundsOfProcess) {
    const running = await Promise.all(names.map((name) => start(name, { node, env })));
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

function print(cpu) {
  for (const [name, values] of Object.entries(cpu))
    console.log(
      `${name.padEnd(44)} ${median(values).toFixed(1)} µs CPU per request, least ${least(values).toFixed(1)}`,
    );
}

/** What a row says; `added`: the microseconds that `of` costs more, since a ratio rises as what it is compared with gets faster. */
function rowOf({ of, to, most, lead, added }, cpu, version) {
  const difference = median(cpu[of].map((value, i) => value - cpu[to][i]));
  return {
    what: `${of} / ${to}`,
    most: typeof most === 'object' ? most[majorOf(version)] : most,
    lead,
    ratio: ratioOf(cpu[of], cpu[to]),
    note: added ? `${difference >= 0 ? '+' : '−'}${Math.abs(difference).toFixed(0)} µs` : undefined,
  };
}

/**
 * `only` tells which targets may be measured, `beside` names the one whose rows are wanted, if not all are, and `withServers` runs a group
 * with what its inboxes need: see servers.js.
 */
async function compareTargets({ rounds, only, beside, node, version, withServers }) {
  const rows = [];
  for (const group of claims) {
    const wanted = group.filter(({ to }) => beside === undefined || to === beside);
    const claimed = wanted.filter((claim) => only(targets[claim.of]) && only(targets[claim.to]));
    const names = [...new Set(claimed.flatMap(({ of, to }) => [of, to]))];
    if (names.length === 0) continue;
    const cpu = await withServers(names, (env) => measure(names, rounds, node, env));
    print(cpu);
    rows.push(...claimed.map((claim) => rowOf(claim, cpu, version)));
  }
  if (rows.length === 0)
    throw new Error(`nothing of ours is measured beside "${beside}"; the rows are in bench/claims.js`);
  return rows;
}

module.exports = { compareTargets, measure, requests, warm };
