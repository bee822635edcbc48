/** Several inboxes on one PostgreSQL, as several processes have them. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Pool } from 'pg';
import type { Attempt, Inbox, StoredDelivery } from '../../../../src/inbox/inbox';
import { type PostgresInboxOptions, postgresInbox } from '../../../../src/inbox/postgres';
import { toContent } from '../../../../src/inbox/postgres/content';
import { placeOf } from '../../../../src/inbox/postgres/place';
import type { Sequences } from '../../../../src/inbox/postgres/sequences';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

const done = { next: 'done' } as const;

describeWithPostgres('several inboxes on one PostgreSQL', () => {
  let server: PostgresServer;
  let connection: string;
  let opened: Inbox[];
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());
  beforeEach(async () => {
    connection = await newDatabase(server);
    opened = [];
  });
  afterEach(async () => {
    for (const inbox of opened) await inbox.close();
  });

  async function open(options: PostgresInboxOptions = {}): Promise<Inbox> {
    const inbox = postgresInbox({ ...(options.pool === undefined && { connection }), lockMs: 1000, ...options });
    await inbox.open();
    opened.push(inbox);
    return inbox;
  }

  async function consume(
    inbox: Inbox,
    answer: (attempt: Attempt) => Promise<void> = async () => {},
  ): Promise<string[]> {
    const keys: string[] = [];
    const run = async (attempt: Attempt) => {
      keys.push(attempt.delivery.key);
      await answer(attempt);
      return done;
    };
    await inbox.consume(run, { concurrency: 8 });
    return keys;
  }

  const ask = (text: string) => server.ask(text, [], new URL(connection).pathname.slice(1));

  it('start at once, ten of them', async () => {
    const inboxes = await Promise.all(Array.from({ length: 10 }, () => open()));
    await Promise.all(inboxes.map((inbox) => inbox.accept(delivery())));
    expect(await inboxes[0]?.stats()).toMatchObject({ waiting: 10 });
  });

  it('start at once, ten processes: one of them makes the tables', async () => {
    const dist = join(__dirname, '../../../../dist/inbox/postgres');
    const code = `
      const { postgresInbox } = require(${JSON.stringify(dist)});
      const inbox = postgresInbox({ connection: ${JSON.stringify(connection)} });
      inbox.open().then(() => inbox.close());`;
    const start = () => spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'ignore', 'inherit'] });
    const codes = await Promise.all(Array.from({ length: 10 }, async () => (await once(start(), 'exit'))[0]));
    expect(codes).toEqual(Array(10).fill(0));
    expect(await ask('SELECT version FROM im_inbox.layout')).toEqual([{ version: 1 }]);
  }, 60_000);

  it('share the work, and the keys of what came', async () => {
    const [web, one, other] = [await open(), await open(), await open()];
    const handled = [await consume(one), await consume(other)];
    await eventually(async () => {
      const rows = await ask('SELECT count(*) AS n FROM im_inbox.share WHERE owner IS NOT NULL GROUP BY owner');
      return rows.length === 2 && rows.every(({ n }) => n === '32');
    });
    const many = Array.from({ length: 200 }, () => delivery());
    await Promise.all(many.map((one) => web.accept(one)));
    await eventually(() => isIdle(web));
    expect(handled.flat().sort()).toEqual(many.map(({ key }) => key).sort());
    for (const keys of handled) expect(keys.length).toBeGreaterThan(0);
    expect(await one.accept(many[0] ?? delivery())).toEqual({ fresh: false });
  });

  it('takes over the deliveries of a killed worker, and counts the attempt of what it ran', async () => {
    const inbox = await open();
    const body = JSON.stringify({ GroupId: 'g', From_Account: 'u', MsgSeq: 1, MsgBody: [] });
    const many = Array.from({ length: 3 }, () => delivery({ conversation: 'room', body }));
    for (const one of many) await inbox.accept(one);
    const worker = fork(join(__dirname, '..', '..', '..', '..', 'scripts', 'crash', 'worker.js'), [connection, 'hang']);
    await eventually(async () => (await inbox.stats()).running === 1);
    worker.kill('SIGKILL');
    const attempts: [string, number][] = [];
    await consume(inbox, async ({ attempt, delivery: { key } }) => void attempts.push([key, attempt]));
    await eventually(() => attempts.length === 3);
    expect(attempts).toEqual(many.map(({ key }, i) => [key, i === 0 ? 2 : 1]));
  });

  it('does not count as running what has ended, before its worker has recorded that', async () => {
    const inbox = await open();
    await consume(inbox);
    await inbox.accept(delivery());
    await eventually(async () => (await ask('SELECT 1 FROM im_inbox.worker')).length === 1);
    await eventually(() => isIdle(inbox));
    await ask('INSERT INTO im_inbox.running (share, xid, id, worker) SELECT 0, 1, 1, id FROM im_inbox.worker');
    expect(await inbox.stats()).toMatchObject({ waiting: 0, running: 0 });
  });

  it('wakes a worker by a hint, and without one', async () => {
    const [web, worker] = [await open(), await open()];
    const handled = await consume(worker);
    await web.accept(delivery());
    await eventually(() => handled.length === 1);
    await ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN im_inbox'");
    await web.accept(delivery());
    await eventually(() => handled.length === 2);
  });

  it('takes a pool of the app, which stays open', async () => {
    const pool = new Pool({ connectionString: connection, max: 5 });
    const inbox = await open({ pool });
    const handled = await consume(inbox);
    await inbox.accept(delivery());
    await eventually(() => handled.length === 1);
    await inbox.close();
    const { rows } = await pool.query('SELECT count(*) AS n FROM im_inbox.seen');
    expect(rows).toEqual([{ n: '1' }]);
    await pool.end();
  });

  it('handles first what was there before a dump was restored, whose transactions have higher numbers', async () => {
    const inbox = await open();
    const [before, after] = [delivery({ conversation: 'a' }), delivery({ conversation: 'a' })];
    await inbox.accept(before);
    await inbox.close();
    await ask('UPDATE im_inbox.delivery SET xid = 1000000000000');
    await inbox.open();
    await inbox.accept(after);
    const handled = await consume(inbox);
    await eventually(() => handled.length === 2);
    expect(handled).toEqual([before.key, after.key]);
  });

  it('finds what a transaction stored that ended later than others behind it', async () => {
    const inbox = await open();
    const [late, ...others] = Array.from({ length: 4 }, () => delivery({ conversation: 'a' }));
    const { share, lane } = placeOf({ conversation: 'a', key: '' });
    const { head, body } = toContent(late as StoredDelivery);
    const slow = server.connect(new URL(connection).pathname.slice(1));
    await slow.connect();
    await slow.query('BEGIN');
    const text = `INSERT INTO im_inbox.delivery (share, xid, lane, accepted_at, head, body)
      VALUES ($1, pg_current_xact_id()::text::bigint, $2, 0, $3, $4)`;
    await slow.query(text, [share, lane, head, body]);
    const handled = await consume(inbox);
    for (const one of others) await inbox.accept(one);
    await eventually(() => handled.length === 3);
    await slow.query('COMMIT');
    await eventually(() => handled.length === 4);
    expect(handled).toEqual([...others, late].map((one) => one?.key));
    await slow.end();
  });

  it('keeps a long conversation that is held from the others, and in order', async () => {
    const inbox = await open();
    const room = Array.from({ length: 300 }, () => delivery({ conversation: 'room' }));
    await Promise.all(room.map((one) => inbox.accept(one)));
    const handled: string[] = [];
    let isWell = false;
    await inbox.consume(
      async ({ delivery: { key, conversation } }) => {
        if (conversation === 'room' && !isWell) return { next: 'retry', inMs: 20, hold: true, error: 'not yet' };
        handled.push(key);
        return done;
      },
      { concurrency: 4 },
    );
    const others = Array.from({ length: 50 }, () => delivery());
    for (const one of others) await inbox.accept(one);
    await eventually(() => handled.length === 50);
    isWell = true;
    await eventually(() => handled.length === 350);
    expect(handled.slice(50)).toEqual(room.map(({ key }) => key));
  });

  it('tells what was accepted last and still waits, in its order', async () => {
    const inbox = await open();
    const many = Array.from({ length: 5 }, () => delivery());
    for (const one of many) await inbox.accept(one);
    expect(await (inbox.sequences as Sequences).latest(3)).toEqual(many.slice(2));
  });

  it('keeps a conversation in order while another transaction takes its time', async () => {
    const [web, worker] = [await open(), await open()];
    const other = server.connect(new URL(connection).pathname.slice(1));
    await other.connect();
    await other.query('CREATE TABLE IF NOT EXISTS elsewhere (a int)');
    await other.query('BEGIN');
    await other.query('INSERT INTO elsewhere VALUES (1)');
    const handled = await consume(worker);
    const many = Array.from({ length: 40 }, () => delivery({ conversation: 'a' }));
    for (const one of many) await web.accept(one);
    await eventually(() => handled.length === 40);
    expect(handled).toEqual(many.map(({ key }) => key));
    await other.end();
  });

  it('handles all that waits after the event loop was blocked for longer than its leases last', async () => {
    const inbox = await open({ lockMs: 500 });
    const many = Array.from({ length: 200 }, () => delivery());
    await Promise.all(many.map((one) => inbox.accept(one)));
    const handled = new Set<string>();
    let isBlocked = false;
    const run = async ({ delivery: { key } }: Attempt) => {
      handled.add(key);
      if (handled.size === 20 && !isBlocked) {
        isBlocked = true;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
      }
      return done;
    };
    await inbox.consume(run, { concurrency: 8 });
    await eventually(() => isIdle(inbox));
    expect(handled.size).toBe(200);
  });
});
