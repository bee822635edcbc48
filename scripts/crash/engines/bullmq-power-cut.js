/** BullMQ on a Redis whose disk loses its power under load, and which is started again on what is left, before the server is killed. */
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { mountDisk } = require('../disk');
const { freePort, killRedis, makeInbox, startRedis } = require('./bullmq');

/** `appendfsync`: when Redis syncs what it has accepted. */
function powerCutEngine(appendfsync) {
  return {
    makeInbox,
    async setUp(folder) {
      const disk = mountDisk(join(folder, 'disk'), 2 ** 28);
      const port = await freePort();
      const start = () => startRedis(port, join(folder, 'disk', 'redis'), { appendfsync });
      let child = await start();
      return {
        env: { IM_CALLBACKS_REDIS: `redis://127.0.0.1:${port}` },
        async tearDown() {
          await killRedis(child);
          disk.unmount();
        },
        async strike() {
          disk.cutPower();
          await pause(Math.random() * 300);
          await killRedis(child);
          disk.startAgain();
          child = await start();
          // Time enough to come back, and to accept again.
          await pause(500 + Math.random() * 500);
        },
      };
    },
  };
}

module.exports = { ...powerCutEngine('always'), powerCutEngine };
