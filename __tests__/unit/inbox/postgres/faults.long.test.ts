/** Faults of PostgreSQL: never a false ACK, words for the sender's operator, and automatic recovery. */
import type { Inbox, InboxFault } from '../../../../src/inbox/inbox';
import { postgresInbox } from '../../../../src/inbox/postgres';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

describeWithPostgres('postgresInbox when something is wrong with PostgreSQL', () => {
  let server: PostgresServer;
  let inbox: Inbox;
  let handled: string[];
  const rejections: unknown[] = [];
  const keep = (reason: unknown) => rejections.push(reason);
  beforeAll(async () => {
    process.on('unhandledRejection', keep);
    process.on('uncaughtException', keep);
    server = await startPostgres({ settings: { max_connections: 30, superuser_reserved_connections: 3 } });
    await server.ask('CREATE ROLE app LOGIN; GRANT CREATE ON DATABASE postgres TO app');
  }, 60_000);
  afterAll(async () => {
    await server.remove();
    process.off('unhandledRejection', keep);
    process.off('uncaughtException', keep);
    expect(rejections).toEqual([]);
  });
  beforeEach(async () => {
    handled = [];
    await server.ask('DROP SCHEMA IF EXISTS im_inbox CASCADE');
    inbox = postgresInbox({
      connection: { host: '127.0.0.1', port: server.port, user: 'app', database: 'postgres' },
      lockMs: 1000,
    });
  });
  afterEach(() => inbox.close());

  const answers = [() => true, () => false] as const;
  const accepted = () =>
    inbox.accept(delivery()).then(
      () => 'accepted',
      (error: Error) => error.message,
    );
  const consume = (onFault?: (fault: InboxFault) => void) =>
    inbox.consume(
      async (attempt) => {
        handled.push(attempt.delivery.key);
        return { next: 'done' };
      },
      { concurrency: 4, ...(onFault && { onFault }) },
    );
  const acceptsAgain = () => eventually(async () => (await accepted()) === 'accepted', 30_000);

  it('says so when it is opened, and opens when it is there', async () => {
    await server.kill();
    await expect(inbox.open()).rejects.toThrow(
      `PostgreSQL cannot be reached: connect ECONNREFUSED 127.0.0.1:${server.port}`,
    );
    await server.start();
    expect(await inbox.open()).toEqual({ durability: 'power-loss', notes: [] });
  }, 60_000);

  it('is killed: refuses at once, and goes on by itself, with what was stored', async () => {
    await inbox.open();
    await inbox.accept(delivery());
    await server.kill();
    for (let i = 0; i < 3; i++) expect(await accepted()).toMatch(/^PostgreSQL /);
    await expect(inbox.bury(delivery(), 'x')).rejects.toThrow(/^PostgreSQL /);
    await expect(inbox.stats()).rejects.toThrow(/^PostgreSQL /);
    await eventually(() =>
      inbox.open().then(
        () => false,
        () => true,
      ),
    ); // as ready() asks
    await server.start();
    await acceptsAgain();
    await eventually(() =>
      inbox.open().then(
        () => true,
        () => false,
      ),
    );
    await consume();
    await eventually(() => handled.length === 2, 30_000);
  }, 90_000);

  it('is killed and comes back under a worker, which records what was handled meanwhile', async () => {
    // A lease that outlives the restart: when it runs out, the delivery is handed out again, and rightly.
    const connection = { host: '127.0.0.1', port: server.port, user: 'app', database: 'postgres' };
    inbox = postgresInbox({ connection, lockMs: 60_000 });
    await inbox.open();
    const ends: (() => void)[] = [];
    await inbox.consume(
      async (attempt) => {
        handled.push(attempt.delivery.key);
        await new Promise<void>((resolve) => ends.push(resolve));
        return { next: 'done' };
      },
      { concurrency: 4 },
    );
    await inbox.accept(delivery({ conversation: 'a' }));
    await eventually(() => ends.length === 1);
    await server.kill();
    ends[0]?.();
    await server.start();
    await eventually(() => isIdle(inbox).catch(() => false), 30_000);
    expect(handled).toHaveLength(1);
  }, 90_000);

  it('is away for longer than a lease is good: the worker goes on with all conversations', async () => {
    await inbox.open();
    await consume();
    await inbox.accept(delivery());
    await eventually(() => handled.length === 1);
    await server.kill();
    await pause(1500); // the lease is of a second
    await server.start();
    // In as many shares as not to miss any.
    const many = Array.from({ length: 200 }, () => delivery());
    for (const one of many) await eventually(async () => inbox.accept(one).then(...answers), 30_000);
    await eventually(() => many.every(({ key }) => handled.includes(key)), 30_000);
  }, 120_000);

  it('has its connections cut', async () => {
    await inbox.open();
    await consume();
    for (let i = 0; i < 3; i++) {
      await server.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'");
      await acceptsAgain();
    }
    await eventually(() => handled.length >= 3 && isIdle(inbox), 30_000);
  }, 90_000);

  it('stands still: refuses within the deadline, and stores when it goes on', async () => {
    await inbox.open();
    await inbox.accept(delivery());
    server.signalAll('SIGSTOP');
    const answers = await Promise.all([accepted(), accepted()]);
    server.signalAll('SIGCONT');
    for (const answer of answers) expect(answer).toMatch(/^PostgreSQL (does not answer|cannot be reached)/);
    await acceptsAgain();
  }, 90_000);

  it('has no connection left', async () => {
    await inbox.open();
    await server.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'");
    await server.ask('ALTER ROLE app CONNECTION LIMIT 0');
    await eventually(async () => /too many connections/.test(await accepted()));
    await server.ask('ALTER ROLE app CONNECTION LIMIT -1');
    await acceptsAgain();
  }, 90_000);

  it('takes no changes', async () => {
    await inbox.open();
    await server.ask('ALTER ROLE app SET default_transaction_read_only = on');
    await server.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'");
    await eventually(async () =>
      /read-only transaction \(it is a standby, and takes no changes/.test(await accepted()),
    );
    await server.ask('ALTER ROLE app RESET default_transaction_read_only');
    await acceptsAgain();
  }, 90_000);

  it('meets other transactions, where the database is set to serializable', async () => {
    await server.ask("ALTER ROLE app SET default_transaction_isolation = 'serializable'");
    try {
      await inbox.open();
      await consume();
      const many = Array.from({ length: 300 }, (_, i) => delivery({ conversation: `room-${i % 9}` }));
      const answers = await Promise.all(
        many.map((one) =>
          inbox.accept(one).then(
            () => one.key,
            () => undefined,
          ),
        ),
      );
      const keys = answers.filter((key) => key !== undefined);
      expect(keys.length).toBeGreaterThan(0);
      await eventually(() => keys.every((key) => handled.includes(key)), 30_000);
    } finally {
      await server.ask('ALTER ROLE app RESET default_transaction_isolation');
    }
  }, 90_000);

  it('has lost its tables: says so, and goes on with new ones', async () => {
    await inbox.open();
    const faults: InboxFault[] = [];
    await consume((fault) => faults.push(fault));
    await server.ask('DROP SCHEMA im_inbox CASCADE');
    expect(await accepted()).toMatch(/is gone\)$/);
    await acceptsAgain();
    await eventually(() => handled.length === 1, 30_000);
    expect(faults).toContainEqual(
      expect.objectContaining({
        fault: 'lost',
        message: expect.stringContaining('were dropped, and all that waited in them'),
      }),
    );
  }, 90_000);

  it('gives no right to make tables, or to use them', async () => {
    await server.ask('REVOKE CREATE ON DATABASE postgres FROM app');
    try {
      await expect(inbox.open()).rejects.toThrow(
        /may not make the tables of the schema im_inbox; run im-callbacks inbox migrate/,
      );
      await server.ask('GRANT CREATE ON DATABASE postgres TO app');
      await inbox.open();
      await server.ask('REASSIGN OWNED BY app TO postgres; REVOKE ALL ON SCHEMA im_inbox FROM app');
      expect(await accepted()).toMatch(/the user lacks a right/);
      await server.ask('GRANT USAGE ON SCHEMA im_inbox TO app; GRANT ALL ON ALL TABLES IN SCHEMA im_inbox TO app');
      await acceptsAgain();
    } finally {
      await server.ask('GRANT CREATE ON DATABASE postgres TO app');
    }
  }, 90_000);

  it('refuses no more than the one that it cannot store', async () => {
    await inbox.open();
    const bad = delivery({ body: '"\0"' });
    const answers = await Promise.allSettled([delivery(), bad, delivery(), delivery()].map((one) => inbox.accept(one)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    await pause(1);
  });
});
