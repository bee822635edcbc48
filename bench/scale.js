/** How the cost of a request grows with handlers, apps and connections: `node bench/scale.js [rounds]`. Ratios to the smallest. */
const { measure, requests, warm } = require('./http');
const { pin, start } = require('./running');
const { ratioOf, shown } = require('./statistics');
const targets = require('./targets');

const connectionCounts = [1, 4, 16, 64, 256];

async function byTarget(kind, rounds, node) {
  const names = Object.keys(targets).filter((name) => targets[name].scaled && name.endsWith(kind));
  const cpu = await measure(names, rounds, node);
  return names.map((name) => ({ what: `${name} / ${names[0]}`, ratio: ratioOf(cpu[name], cpu[names[0]]) }));
}

async function byConnections(rounds, node) {
  pin(process.pid, 1);
  const target = await start('package, node:http', { node });
  const cpu = new Map(connectionCounts.map((count) => [count, []]));
  await target.round(warm);
  for (const count of connectionCounts) await target.round(2 * requests, count); // opens them
  for (let i = 0; i < rounds; i++)
    for (const [count, values] of cpu) values.push(await target.round(4 * requests, count));
  await target.stop();
  const base = cpu.get(16);
  return connectionCounts.map((count) => ({ what: `${count} connections / 16`, ratio: ratioOf(cpu.get(count), base) }));
}

async function measureScale({ rounds = 4, node = process.execPath } = {}) {
  return [
    ...(await byTarget('handlers', rounds, node)),
    ...(await byTarget('apps', rounds, node)),
    ...(await byConnections(rounds, node)),
  ];
}

module.exports = { measureScale };
if (require.main === module)
  measureScale({ rounds: Number(process.argv[2] ?? 11) }).then((rows) => {
    for (const { what, ratio } of rows) console.log(what.padEnd(30), shown(ratio));
  });
