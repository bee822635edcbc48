/**
 * Handlers write in the transaction that ends their delivery, and workers are killed all the time: every effect must
 * exist exactly once.
 */
const { makePostgres, whileWorkersComeAndGo } = require('./coming-and-going');

/** Resolves with the counts; `lost` and `twice` must be 0. */
async function exactlyOnceRounds({ changes }) {
  const server = await makePostgres();
  try {
    await server.ask('CREATE TABLE effect (id bigserial, number bigint)');
    const { acknowledged, byWorkers, kills, stops } = await whileWorkersComeAndGo({
      server,
      how: 'transaction',
      changes,
    });
    const rows = await server.ask('SELECT number FROM effect');
    const effects = new Set(rows.map(({ number }) => Number(number)));
    const lost = acknowledged.filter((number) => !effects.has(number)).length;
    return { kills, stops, acknowledged: acknowledged.length, byWorkers, lost, twice: rows.length - effects.size };
  } finally {
    await server.remove();
  }
}

module.exports = { exactlyOnceRounds };
