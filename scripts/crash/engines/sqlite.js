/** One file in the folder; nothing runs beside it. */
const { join } = require('node:path');

module.exports = {
  makeInbox(folder) {
    const { sqliteInbox } = require('../../../dist/inbox/sqlite');
    return sqliteInbox({ file: join(folder, 'inbox.db') });
  },
};
