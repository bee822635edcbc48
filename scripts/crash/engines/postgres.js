/** PostgreSQL on a server of its own, which is not killed here, as if it ran on another machine. */
const { Client } = require('pg');
const { makePostgres } = require('../postgres-server');

module.exports = {
  makeInbox() {
    const { postgresInbox } = require('../../../dist/inbox/postgres');
    // A short lease: a round does not wait a quarter of a minute for the deliveries of the last one.
    return postgresInbox({ connection: process.env.IM_CALLBACKS_POSTGRES, lockMs: 1000 });
  },
  async setUp() {
    const server = await makePostgres();
    return { env: { IM_CALLBACKS_POSTGRES: server.url }, pid: server.pid, tearDown: server.remove };
  },
  /** One table without an index, one INSERT a batch, and nothing else. */
  async openFloor() {
    const client = new Client({ connectionString: process.env.IM_CALLBACKS_POSTGRES });
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS floor (body text)');
    const text = 'INSERT INTO floor SELECT * FROM unnest($1::text[])';
    return {
      store: (bodies) => client.query({ name: 'floor', text, values: [bodies] }),
      close: () => client.end(),
    };
  },
};
