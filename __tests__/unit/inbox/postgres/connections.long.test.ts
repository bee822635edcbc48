/** The ways to a PostgreSQL: a unix socket, TLS, a password that is asked for each time. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inbox } from '../../../../src/inbox/inbox';
import { type PostgresInboxOptions, postgresInbox } from '../../../../src/inbox/postgres';
import { delivery } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

describeWithPostgres('postgresInbox reaches its server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-postgres-ways-'));
  const file = (name: string) => join(folder, name);
  let server: PostgresServer;
  let inbox: Inbox | undefined;

  /** A certificate of its own authority, for the name localhost. */
  function certificate(name: string): void {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const made = ['-keyout', file(`${name}.key`), '-out', file(`${name}.crt`)];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...made], {
      stdio: 'ignore',
    });
  }

  beforeAll(async () => {
    certificate('server');
    certificate('stranger');
    // A role with a password is asked for it; the tests' own looking in is not.
    const rules = [
      'local all all trust',
      'host all postgres 127.0.0.1/32 trust',
      'hostssl all all 127.0.0.1/32 scram-sha-256',
    ];
    writeFileSync(file('hba.conf'), `${rules.join('\n')}\n`);
    // The user who runs the server must own the key; root cannot run it.
    const owner =
      process.getuid?.() === 0 ? Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })) : undefined;
    for (const name of ['', 'server.key', 'server.crt', 'hba.conf'])
      if (owner !== undefined) chownSync(file(name), owner, statSync(folder).gid);
    chmodSync(file('server.key'), 0o600);
    server = await startPostgres({
      settings: {
        ...{ unix_socket_directories: folder, hba_file: file('hba.conf') },
        // The default from 14 on.
        ...{ password_encryption: 'scram-sha-256' },
        ...{ ssl: 'on', ssl_cert_file: file('server.crt'), ssl_key_file: file('server.key') },
      },
    });
    await server.ask("CREATE ROLE app LOGIN PASSWORD 'the pass@word'");
    await server.ask('GRANT CREATE ON DATABASE postgres TO app');
  }, 60_000);
  afterEach(async () => {
    await inbox?.close();
    inbox = undefined;
  });
  afterAll(async () => {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function storesOne(options: PostgresInboxOptions): Promise<void> {
    inbox = postgresInbox(options);
    await inbox.open();
    expect((await inbox.accept(delivery())).fresh).toBe(true);
  }
  const database = 'postgres';
  const schema = (name: string) => ({ schema: `way_${name}` });

  it('over a unix socket, whose folder is the host', () =>
    storesOne({ connection: { host: folder, port: server.port, user: 'postgres', database }, ...schema('socket') }));

  it('over a unix socket in a URL', () =>
    storesOne({
      connection: `postgres://postgres@${encodeURIComponent(folder)}:${server.port}/${database}`,
      ...schema('socket'),
    }));

  const overTls = (ca: string) => ({
    ...{ host: 'localhost', port: server.port, user: 'app', database, password: 'the pass@word' },
    ssl: { ca: readFileSync(file(ca), 'utf8') },
  });

  it('over TLS, with a password', async () => {
    await storesOne({ connection: overTls('server.crt'), ...schema('tls') });
    const [row] = await server.ask(
      "SELECT count(*)::int AS n FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'app' AND NOT ssl",
    );
    expect(row).toEqual({ n: 0 });
  });

  it('over TLS in a URL, with characters of a password escaped', () =>
    storesOne({
      connection: `postgres://app:the%20pass%40word@localhost:${server.port}/${database}?sslmode=verify-full&sslrootcert=${file('server.crt')}`,
      ...schema('tls'),
    }));

  it('with a password that a function gives, for each connection', async () => {
    let asked = 0;
    const password = async () => {
      asked += 1;
      return 'the pass@word';
    };
    await storesOne({ connection: { ...overTls('server.crt'), password }, ...schema('tls') });
    expect(asked).toBeGreaterThan(0);
  });

  it.each<[string, () => PostgresInboxOptions['connection'], RegExp]>([
    [
      'a server that somebody else vouches for',
      () => overTls('stranger.crt'),
      /PostgreSQL cannot be reached: .*(self[- ]signed|certificate)/,
    ],
    ['a wrong password', () => ({ ...overTls('server.crt'), password: 'another' }), /the password is wrong/],
    [
      'a way without TLS where the server wants it',
      () => ({ ...overTls('server.crt'), ssl: false }),
      /this user may not connect/,
    ],
  ])('but refuses %s, in words without the password', async (_what, connection, words) => {
    inbox = postgresInbox({ connection: connection(), ...schema('refused') });
    const error = await inbox.open().then(
      () => new Error('it opened'),
      (thrown: Error) => thrown,
    );
    expect(error.message).toMatch(words);
    expect(error.message).not.toMatch(/pass@word|another/);
  });
});
