/**
 * SQLite on a disk of its own, which is full for a while. The server must report this by `ready()`, and recover by
 * itself.
 */
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
        // Again and again, because the inbox can also use the space that its log gives back.
        for (disk.fill(); await isReady(); disk.fill()) await pause(20);
        disk.empty();
        while (!(await isReady())) await pause(20);
      },
      tearDown: disk.unmount,
    };
  },
};
