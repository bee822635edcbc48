/**
 * Three workers at a time start, stop and are killed. Each conversation has one producer, and must be handled in order
 * without a loss.
 */
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { conversations, makePostgres, whileWorkersComeAndGo } = require('./coming-and-going');

/** Resolves with the counts; `disorder` and `lost` must be 0. */
async function orderRounds({ changes }) {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-order-'));
  const log = join(folder, 'handled');
  const server = await makePostgres();
  try {
    const env = { IM_CALLBACKS_LOG: log };
    const { acknowledged, byWorkers, kills, stops } = await whileWorkersComeAndGo({ server, how: 'log', env, changes });
    const seen = new Set();
    const last = new Map();
    let [disorder, twice] = [0, 0];
    for (const line of readFileSync(log, 'utf8').trim().split('\n')) {
      const number = Number(line);
      const conversation = number % conversations;
      if (seen.has(number)) {
        twice += 1;
        continue;
      }
      seen.add(number);
      if (number < (last.get(conversation) ?? 0)) disorder += 1;
      else last.set(conversation, number);
    }
    const lost = acknowledged.filter((number) => !seen.has(number)).length;
    return { kills, stops, acknowledged: acknowledged.length, byWorkers, lost, disorder, twice };
  } finally {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { orderRounds };
