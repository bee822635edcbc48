/** SQLite on a disk of its own, whose power is cut under load, a moment before the server is killed. */
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { mountDisk } = require('../disk');
const { makeInbox } = require('./sqlite');

module.exports = {
  makeInbox: (folder) => makeInbox(join(folder, 'disk')),
  async setUp(folder) {
    const disk = mountDisk(join(folder, 'disk'), 2 ** 27);
    return {
      async strike({ isReady }) {
        disk.cutPower();
        while (await isReady()) await pause(20);
      },
      mend: disk.startAgain,
      tearDown: disk.unmount,
    };
  },
};
