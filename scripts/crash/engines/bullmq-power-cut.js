/**
 * BullMQ on a Redis whose machine loses power under load. Redis starts again on what its disk has, before the server is
 * killed. Redis is stopped before the power is cut. Otherwise a sync could succeed in its last moment without having
 * synced: while ext4 is shut down, it reports no error for some writes that it drops.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { mountDisk } = require('../disk');
const { freePort } = require('../../free-port');
const { killRedis, makeInbox, startRedis } = require('./bullmq');

/** Resolves when the process has left its last system call and stands still. */
async function stopNow(child) {
  child.kill('SIGSTOP');
  while (!/\) T /.test(readFileSync(`/proc/${child.pid}/stat`, 'utf8'))) await pause(1);
}

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
          await stopNow(child);
          disk.cutPower();
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
