/** A pooler that gives each transaction another of its few connections. */
import type { Inbox } from '../../../../src/inbox/inbox';
import { type PostgresInboxOptions, postgresInbox } from '../../../../src/inbox/postgres';
import { inboxContract } from '../../../../src/testing/inbox-contract';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import { describeWithPgBouncer, type PgBouncer, startPgBouncer } from '../../../support/inbox/postgres/pgbouncer';
import { newDatabase, type PostgresServer, startPostgres } from '../../../support/inbox/postgres/postgres-server';

const done = { next: 'done' } as const;
/** Fewer than an inbox has, so that its statements meet each other's connections. */
const poolSize = 4;

interface Pair {
  server: PostgresServer;
  pooler: PgBouncer;
  /** The URL of a new database, through the pooler. */
  newDatabase(): Promise<string>;
  remove(): Promise<void>;
}

async function startBoth(): Promise<Pair> {
  const server = await startPostgres();
  // By default it waits a quarter of a minute before it goes to a server again that was away.
  const pooler = await startPgBouncer(server.port, { poolSize, settings: { server_login_retry: 1 } });
  return {
    server,
    pooler,
    async newDatabase() {
      const url = new URL(await newDatabase(server));
      url.port = String(pooler.port);
      return url.href;
    },
    async remove() {
      await pooler.remove();
      await server.remove();
    },
  };
}

describeWithPgBouncer('postgresInbox in transaction mode behind PgBouncer', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startBoth();
  }, 60_000);
  afterAll(() => pair.remove());

  inboxContract(it, async () => {
    const connection = await pair.newDatabase();
    return { make: (options) => postgresInbox({ connection, ...options }) };
  });
});

// On a server of its own: one that was killed reads all that it has before it starts.
describeWithPgBouncer('several inboxes behind PgBouncer', () => {
  let pair: Pair;
  let server: PostgresServer;
  let pooler: PgBouncer;
  let connection: string;
  let opened: Inbox[];
  beforeAll(async () => {
    pair = await startBoth();
    ({ server, pooler } = pair);
  }, 60_000);
  afterAll(() => pair.remove());
  beforeEach(async () => {
    connection = await pair.newDatabase();
    opened = [];
  });
  afterEach(async () => {
    for (const inbox of opened) await inbox.close();
  });

  async function open(options: PostgresInboxOptions = {}): Promise<Inbox> {
    const inbox = postgresInbox({ connection, ...options });
    await inbox.open();
    opened.push(inbox);
    return inbox;
  }

  const accepted = (inbox: Inbox) =>
    inbox.accept(delivery()).then(
      () => 'accepted',
      (error: Error) => error.message,
    );
  const database = () => new URL(connection).pathname.slice(1);

  it('opens in ten at once, with fewer connections than that', async () => {
    const inboxes = await Promise.all(Array.from({ length: 10 }, () => open()));
    await Promise.all(inboxes.map((inbox) => inbox.accept(delivery())));
    expect(await inboxes[0]?.stats()).toMatchObject({ waiting: 10 });
  });

  it('hands out what another process has stored, in its order', async () => {
    const [web, worker] = [await open(), await open()];
    const handled: string[] = [];
    await worker.consume(
      async ({ delivery: { key } }) => {
        handled.push(key);
        return done;
      },
      { concurrency: 4 },
    );
    const many = Array.from({ length: 40 }, () => delivery({ conversation: 'room' }));
    for (const one of many) await web.accept(one);
    await eventually(() => handled.length === 40);
    expect(handled).toEqual(many.map(({ key }) => key));
  });

  it('commits what a handler writes with the end of its delivery', async () => {
    const inbox = await open();
    await server.ask('CREATE TABLE message (key text)', [], database());
    const many = Array.from({ length: 30 }, () => delivery());
    for (const one of many) await inbox.accept(one);
    const failures: unknown[] = [];
    await inbox.consume(
      async ({ delivery: { key }, transaction, signal }) => {
        await transaction
          ?.run(async (client) => void (await client.query('INSERT INTO message VALUES ($1)', [key])), signal)
          .catch((error) => failures.push(error));
        return done;
      },
      { concurrency: 8 },
    );
    await eventually(() => isIdle(inbox));
    const rows = await server.ask('SELECT key FROM message', [], database());
    expect([rows.map(({ key }) => key).sort(), failures]).toEqual([many.map(({ key }) => key).sort(), []]);
  });

  it('refuses while it is away, or PostgreSQL behind it, and goes on by itself', async () => {
    const inbox = await open();
    const goesOn = () => eventually(async () => (await accepted(inbox)) === 'accepted', 30_000);
    await pooler.kill();
    expect(await accepted(inbox)).toMatch(/^PostgreSQL cannot be reached/);
    await pooler.start();
    await goesOn();
    await server.kill();
    expect(await accepted(inbox)).toMatch(/^PostgreSQL (cannot be reached|says|does not answer)/);
    await server.start();
    await goesOn();
  }, 180_000);

  it('leaves no more behind than its two connections where a standby is gone', async () => {
    const inbox = await open();
    const setStandby = async (name: string) => {
      await server.ask(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
      await server.ask('SELECT pg_reload_conf()');
      const shown = "SELECT current_setting('synchronous_standby_names') AS name";
      await eventually(async () => (await server.ask(shown))[0]?.name === name);
    };
    const waiting = () => server.ask("SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    await setStandby('nobody');
    try {
      for (let i = 0; i < 4; i++) {
        const answers = await Promise.all([accepted(inbox), accepted(inbox)]);
        expect(answers).toEqual(['PostgreSQL does not answer', 'PostgreSQL does not answer']);
        await eventually(async () => (await waiting()).length <= 2);
      }
      // Longer than it takes to look whether PostgreSQL still works at them.
      const until = performance.now() + 6000;
      await eventually(async () => {
        expect((await waiting()).length).toBeLessThanOrEqual(2);
        await accepted(inbox);
        return performance.now() > until;
      });
    } finally {
      await setStandby('');
    }
    await eventually(async () => (await accepted(inbox)) === 'accepted', 30_000);
  }, 120_000);
});
