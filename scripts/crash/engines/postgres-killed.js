/**
 * PostgreSQL, all of whose processes are killed under load. It starts again on its files, a moment before the server is
 * killed.
 */
const { setTimeout: pause } = require('node:timers/promises');
const { makePostgres } = require('../postgres-server');
const { makeInbox } = require('./postgres');

module.exports = {
  makeInbox,
  async setUp() {
    const server = await makePostgres();
    return {
      env: { IM_CALLBACKS_POSTGRES: server.url },
      tearDown: server.remove,
      async strike() {
        await server.kill();
        await pause(Math.random() * 300);
        await server.start();
        // Time enough to come back, and to accept again.
        await pause(500 + Math.random() * 500);
      },
    };
  },
};
