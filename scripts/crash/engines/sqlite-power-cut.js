/** SQLite on a disk of its own, whose power is cut under load together with the server's. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { mountDisk } = require('../disk');
const { makeInbox } = require('./sqlite');

/**
 * Resolves when the process stands still and its last system calls have returned. An fsync that runs while the file
 * system is shut down may succeed without having synced (Linux 6.18), which cannot happen in a power cut.
 */
async function freeze(pid) {
  process.kill(pid, 'SIGSTOP');
  const folder = `/proc/${pid}/task`;
  const states = () => readdirSync(folder).map((task) => readFileSync(join(folder, task, 'stat'), 'utf8'));
  while (!states().every((stat) => /\) T /.test(stat))) await pause(5);
}

module.exports = {
  makeInbox: (folder) => makeInbox(join(folder, 'disk')),
  async setUp(folder) {
    const disk = mountDisk(join(folder, 'disk'), 2 ** 27);
    return {
      async strike({ pid }) {
        await freeze(pid);
        disk.cutPower();
      },
      mend: disk.startAgain,
      tearDown: disk.unmount,
    };
  },
};
