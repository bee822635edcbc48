/** A user with the rights that docs/postgres.md lists, and no other, runs the whole contract. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migratePostgresInbox, postgresInbox } from '../../../../src/inbox/postgres';
import { inboxContract } from '../../../../src/testing/inbox-contract';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

const page = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'postgres.md'), 'utf8');
const grants = page.match(/^GRANT .*;$/gm) ?? [];

describeWithPostgres('postgresInbox with the rights of the docs', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.ask('CREATE ROLE app LOGIN');
  }, 60_000);
  afterAll(() => server.remove());

  it('finds them there', () => expect(grants.length).toBeGreaterThan(1));

  inboxContract(it, async () => {
    const url = await newDatabase(server);
    await migratePostgresInbox({ connection: url });
    await server.ask(grants.join('\n'), undefined, new URL(url).pathname.slice(1));
    const connection = url.replace('postgres@', 'app@');
    return { make: (options) => postgresInbox({ connection, ...options }) };
  });
});
