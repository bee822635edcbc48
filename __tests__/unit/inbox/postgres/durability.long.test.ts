import { postgresInbox } from '../../../../src/inbox/postgres';
import { durabilityFrom, type Facts } from '../../../../src/inbox/postgres/durability';
import { delivery, eventually } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

const durable: Facts = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  synchronous_standby_names: '',
  client_min_messages: 'notice',
  server_encoding: 'UTF8',
};

describe('what PostgreSQL promises', () => {
  it.each([
    [{}, 'power-loss', undefined],
    [{ fsync: 'off' }, 'process-crash', 'set `fsync = on`'],
    [{ full_page_writes: 'off' }, 'process-crash', 'set `full_page_writes = on`'],
    [{ synchronous_commit: 'off' }, 'process-crash', 'set `synchronous_commit = on`'],
    [{ synchronous_standby_names: 's1' }, 'machine-loss', undefined],
    [{ synchronous_standby_names: 's1', synchronous_commit: 'remote_apply' }, 'machine-loss', undefined],
    [{ synchronous_standby_names: 's1', synchronous_commit: 'local' }, 'power-loss', 'set `synchronous_commit = on`'],
    [
      { synchronous_standby_names: 's1', client_min_messages: 'error' },
      'power-loss',
      'set `client_min_messages = warning`',
    ],
    [{ synchronous_standby_names: 's1', fsync: 'off' }, 'process-crash', 'set `fsync = on`'],
  ])('with %o is %s', (changes, durability, note) => {
    const status = durabilityFrom({ ...durable, ...changes });
    expect(status.durability).toBe(durability);
    expect(status.notes).toEqual(note === undefined ? [] : [expect.stringContaining(note)]);
  });
});

describeWithPostgres('postgresInbox whose standby is gone', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  async function setStandby(name: string): Promise<void> {
    await server.ask(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
    await server.ask('SELECT pg_reload_conf()');
    await eventually(async () => {
      const [row] = await server.ask("SELECT current_setting('synchronous_standby_names') AS name");
      return row?.name === name;
    });
  }

  const waiting = async () => {
    const rows = await server.ask("SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    return rows.map(({ pid }) => pid);
  };

  it('refuses, also where somebody cancels the wait, and leaves no more behind than its two connections', async () => {
    const inbox = postgresInbox({ connection: server.url });
    await inbox.open();
    await setStandby('nobody');
    const cancelled = inbox.accept(delivery());
    cancelled.catch(() => {});
    await eventually(async () => (await waiting()).length === 1);
    for (const pid of await waiting()) await server.ask('SELECT pg_cancel_backend($1)', [pid]);
    await expect(cancelled).rejects.toThrow('stored here, but no standby confirmed it');
    for (let i = 0; i < 3; i++) {
      const answers = await Promise.allSettled([inbox.accept(delivery()), inbox.accept(delivery())]);
      expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    }
    expect((await waiting()).length).toBeLessThanOrEqual(2);
    const other = postgresInbox({ connection: server.url });
    await expect(other.open()).rejects.toThrow('PostgreSQL does not answer');
    await setStandby('');
    await eventually(
      () =>
        inbox.accept(delivery()).then(
          () => true,
          () => false,
        ),
      30_000,
    );
    await inbox.close();
    await other.close();
  }, 120_000);
});
