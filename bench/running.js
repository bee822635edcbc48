/** A target that runs, as the bench sees it. */
const { fork, spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { openConnections } = require('./load');
const requests = require('./requests');
const targets = require('./targets');

/** Keeps a process on one core; false where there is no taskset. */
const pin = (pid, core) => spawnSync('taskset', ['-acp', String(core), String(pid)]).status === 0;

/** Starts a target on core 0 with the Node binary `node`. */
async function start(name, { node = process.execPath, execArgv = [], env = {} } = {}) {
  const child = fork(join(__dirname, 'serve.js'), [name], {
    execPath: node,
    execArgv,
    env: { ...process.env, ...env },
  });
  const heard = () => new Promise((resolve) => child.once('message', resolve));
  const { port } = await heard();
  pin(child.pid, 0);
  const ask = () => {
    const answer = heard();
    child.send('state');
    return answer;
  };

  /** Connections stay open from round to round, for each number of them. */
  const pools = new Map();
  function poolOf(connections) {
    if (!pools.has(connections)) pools.set(connections, openConnections(port, connections));
    return pools.get(connections);
  }

  /** CPU microseconds per request, the handler's work included, over so many requests. */
  async function round(count, connections = 16) {
    const pool = poolOf(connections);
    const before = await ask();
    const nextRequest = requests[targets[name].sender ?? 'tencent']();
    await pool.send(count, nextRequest);
    let after = await ask();
    // An inbox hands over later, in a process of its own not at all.
    const expected = targets[name].storesOnly ? 0 : count;
    for (let waits = 0; after.seen - before.seen < expected && waits < 2000; waits++) {
      await pause(5);
      after = await ask();
    }
    // An engine on a server may hand a delivery out twice where a lock has run out.
    const handled = after.seen - before.seen;
    if (handled < expected || (handled > expected && targets[name].engine === undefined))
      throw new Error(`${name} handled ${after.seen - before.seen} of ${expected}`);
    return (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / count;
  }

  const stop = () =>
    new Promise((resolve) => {
      for (const pool of pools.values()) pool.close();
      child.once('exit', resolve);
      child.disconnect();
    });
  return { name, port, round, ask, stop };
}

module.exports = { start, pin };
