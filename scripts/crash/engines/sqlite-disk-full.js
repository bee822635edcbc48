/** SQLite on a disk of its own, which is full for a while. The server has to say so by `ready()`, and to be well again by itself. */
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { mountDisk } = require('../disk');
const { makeInbox } = require('./sqlite');

module.exports = {
  makeInbox: (folder) => makeInbox(join(folder, 'disk')),
  async setUp(folder) {
    const disk = mountDisk(join(folder, 'disk'), 2 ** 26);
    return {
      async strike({ isReady }) {
        // Again and again: what the log of the inbox gives back is room as well.
        for (disk.fill(); await isReady(); disk.fill()) await pause(20);
        disk.empty();
        while (!(await isReady())) await pause(20);
      },
      tearDown: disk.unmount,
    };
  },
};
