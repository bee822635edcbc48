/** What the inboxes of some targets need beside them, a PostgreSQL or a Redis of their own: started for one group and stopped after it. */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { engineOf } = require('../scripts/crash/engine');
const targets = require('./targets');

/** Runs `work` with the environment that these targets need. */
async function withServers(names, work) {
  const engines = names.map((name) => targets[name].engine).filter((engine) => engine !== undefined);
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-bench-'));
  const beside = [];
  try {
    for (const engine of engines) beside.push(await engineOf(engine).setUp(folder));
    return await work(Object.assign({}, ...beside.map(({ env }) => env)));
  } finally {
    for (const { tearDown } of beside) await tearDown();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { withServers };
