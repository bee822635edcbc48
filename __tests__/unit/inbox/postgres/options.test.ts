import { Pool } from 'pg';
import { postgresInbox } from '../../../../src/inbox/postgres';

const connection = 'postgres://user@127.0.0.1:5432/app';
const isUrl =
  "a URL like 'postgres://user:password@host:5432/database', odd characters as %40; got a string (not shown)";

describe('the options of postgresInbox', () => {
  it.each([
    [{}, "connection is missing; write connection: 'postgres://user@127.0.0.1:5432/app'"],
    [{ connection: undefined }, "connection is missing; write connection: 'postgres://user@127.0.0.1:5432/app'"],
    [{ connection: 5432 }, 'connection must be a postgres: URL or options of pg; got 5432'],
    [{ connection: 'localhost:5432' }, `connection must be ${isUrl}`],
    [{ connection: 'redis://127.0.0.1:6379' }, `connection must be ${isUrl}`],
    [{ connection: 'postgres://u:hunter#2@host/db' }, `connection must be ${isUrl}`],
    [{ connection: 'postgres://u:hunter@2@host/db' }, `connection must be ${isUrl}`],
    [{ connection: 'postgres://u:hunter/2@host/db' }, `connection must be ${isUrl}`],
    [
      { connection: { url: connection } },
      'connection.url must be called connectionString, as pg has it; got a string (not shown)',
    ],
    [
      { connection: { username: 'u' } },
      'connection.username must be called user, as pg has it; got a string (not shown)',
    ],
    [{ connection: { hst: 'h' } }, 'there is no option postgresInbox.connection.hst; did you mean host?'],
    [
      { connection: { host: undefined } },
      'connection.host is undefined; is its environment variable set? To do without it, leave it out',
    ],
    [
      { connection: { host: [] } },
      "connection.host must be a name like 'db.internal', or a list of them like ['db1', 'db2:5433']; got an empty list",
    ],
    [
      { connection: { host: 'h', statement_timeout: 1 } },
      'connection.statement_timeout must be left out: the inbox has time limits of its own; got 1',
    ],
    [
      { connection: { host: 'h', max: 3 } },
      "connection.max must be left out; use the inbox's option connections; got 3",
    ],
    [
      { connection: { host: 'h', connectionString: connection } },
      'connection must be an object with connectionString or host; got an object (not shown)',
    ],
    [{ connection, connections: 4 }, 'connections must be a whole number of connections from 5 to 1000; got 4'],
    [
      { connection, schema: 'Inbox; DROP' },
      "schema must be a name of up to 40 small letters, digits and _, e.g. 'im_inbox'; got a string (not shown)",
    ],
    [
      { connection, schema: 'pg_inbox' },
      "schema must be a name of up to 40 small letters, digits and _, e.g. 'im_inbox'; got a string (not shown)",
    ],
    [{ pool: {} }, 'pool must be a Pool of pg; got an object (not shown)'],
    [{ pool: new Pool({ max: 2 }) }, 'pool must be a Pool of pg with max: 5 or more; got an object (not shown)'],
    [
      { pool: new Pool(), connection },
      'imCallbacks: postgresInbox takes connection or pool, and not both; leave one out',
    ],
    [{ pool: new Pool(), connections: 7 }, 'connections has no effect with pool; set max of the pool'],
  ])('refuses %#', (options, message) => {
    expect(() => postgresInbox(options as never)).toThrow(
      message.startsWith('imCallbacks') ? message : new RegExp(`${escaped(message)}$`),
    );
  });

  it.each([
    [{ connection }],
    [{ connection: 'postgresql:///app?host=/var/run/postgresql' }],
    [{ connection: {} }],
    [{ connection: { host: ['db1', 'db2:5433'], user: 'u', password: () => 'p', ssl: { rejectUnauthorized: true } } }],
    [{ pool: new Pool(), schema: 'chat_inbox', lockMs: 1000 }],
  ])('takes %#', (options) => {
    expect(() => postgresInbox(options)).not.toThrow();
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
