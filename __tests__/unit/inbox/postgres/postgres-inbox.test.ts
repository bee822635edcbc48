import { postgresInbox } from '../../../../src/inbox/postgres';
import { inboxContract } from '../../../../src/testing/inbox-contract';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

describeWithPostgres('postgresInbox', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  inboxContract(it, async () => {
    const connection = await newDatabase(server);
    return { make: (options) => postgresInbox({ connection, ...options }) };
  });
});
