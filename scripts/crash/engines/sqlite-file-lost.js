/** The SQLite file is taken away from under the server, which must report this by `ready()` before it is killed. */
const { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { makeInbox } = require('./sqlite');

/** What other programs do to a file. Afterwards its path holds nothing, or an older copy. */
const ways = [
  (file) => rmSync(file),
  (_file, folder) => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  },
  (file) => renameSync(file, `${file}.moved`),
  (file) => {
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
  },
  (file) => rmSync(`${file}-wal`),
  (file) => rmSync(`${file}-shm`),
  (_file, folder) => {
    renameSync(folder, `${folder}-${Date.now()}`);
    mkdirSync(folder);
  },
  async (_file, folder, isReady) => {
    // Renamed first, so that it disappears in one step: the server saves what it has into a folder that still exists.
    renameSync(folder, `${folder}-gone`);
    rmSync(`${folder}-gone`, { recursive: true });
    while (await isReady()) await pause(20);
    mkdirSync(folder);
    while (!readdirSync(folder).some((name) => name.includes('-saved-'))) await pause(20);
  },
];

const place = (folder) => join(folder, 'data');

module.exports = {
  makeInbox: (folder) => makeInbox(place(folder)),
  async setUp(folder) {
    mkdirSync(place(folder));
    let next = 0;
    return {
      async strike({ isReady }) {
        const file = join(place(folder), 'inbox.db');
        await ways[next++ % ways.length](file, place(folder), isReady);
        while (await isReady()) await pause(20);
      },
      tearDown() {},
    };
  },
};
