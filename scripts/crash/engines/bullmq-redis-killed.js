/** BullMQ on a Redis that is killed under load and started again on its files, a moment before the server is killed. */
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { freePort } = require('../../free-port');
const { killRedis, makeInbox, startRedis } = require('./bullmq');

module.exports = {
  makeInbox,
  async setUp(folder) {
    const port = await freePort();
    const dir = join(folder, 'redis');
    let child = await startRedis(port, dir);
    return {
      env: { IM_CALLBACKS_REDIS: `redis://127.0.0.1:${port}` },
      tearDown: () => killRedis(child),
      async strike() {
        await killRedis(child);
        await pause(Math.random() * 300);
        child = await startRedis(port, dir);
        // Time enough to come back, and to accept again.
        await pause(500 + Math.random() * 500);
      },
    };
  },
};
