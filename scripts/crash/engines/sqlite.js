/** One file in the folder; nothing runs beside it. */
const { join } = require('node:path');

module.exports = {
  makeInbox(folder) {
    const { sqliteInbox } = require('../../../dist/inbox/sqlite');
    return sqliteInbox({ file: join(folder, 'inbox.db') });
  },

  /** One table without an index, one transaction a batch, and nothing else. */
  openFloor(folder) {
    const Database = require('libsql');
    const database = new Database(join(folder, 'floor.db'));
    database.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)',
    );
    const [begin, insert, commit] = ['BEGIN IMMEDIATE', 'INSERT INTO t (body) VALUES (?)', 'COMMIT'].map((sql) =>
      database.prepare(sql),
    );
    return {
      async store(bodies) {
        begin.run();
        for (const body of bodies) insert.run([Buffer.from(body)]);
        commit.run();
      },
      close: async () => database.close(),
    };
  },
};
