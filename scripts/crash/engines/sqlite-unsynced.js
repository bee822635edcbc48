/** A driver that leaves synchronous at NORMAL: the engine that shows that a missing fsync would be noticed. */
const { join } = require('node:path');
const Database = require('libsql');

function open(file) {
  const database = new Database(file);
  const exec = database.exec.bind(database);
  database.exec = (sql) => exec(sql.replace('synchronous=FULL', 'synchronous=NORMAL'));
  return database;
}

module.exports = {
  makeInbox(folder) {
    const { sqliteInbox } = require('../../../dist/inbox/sqlite');
    return sqliteInbox({ file: join(folder, 'inbox.db'), driver: open });
  },
};
