/** The leases of one worker whose statements are slow: PostgreSQL may have ended them before the worker has noticed. */
import { Client, type ClientConfig, Pool, type QueryConfig } from 'pg';
import type { Inbox } from '../../../../src/inbox/inbox';
import { postgresInbox } from '../../../../src/inbox/postgres';
import { placeOf } from '../../../../src/inbox/postgres/place';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

const done = { next: 'done' } as const;

/** A pool that calls `before` with the text of each statement, and sends it afterwards. */
function watchedPool(connectionString: string, before: (text: string) => Promise<void>): Pool {
  class WatchedClient extends Client {
    constructor(config?: ClientConfig) {
      super(config);
      const send = this.query.bind(this) as (...asked: unknown[]) => Promise<unknown>;
      const watched = async (...asked: [QueryConfig | string, ...unknown[]]) => {
        await before(typeof asked[0] === 'object' ? asked[0].text : asked[0]);
        return send(...asked);
      };
      Object.assign(this, { query: watched });
    }
  }
  return new Pool({ connectionString, max: 10, Client: WatchedClient });
}

describeWithPostgres('a PostgreSQL worker that is late', () => {
  let server: PostgresServer;
  let connection: string;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());
  beforeEach(async () => {
    connection = await newDatabase(server);
  });

  const ask = (text: string) => server.ask(text, [], new URL(connection).pathname.slice(1));

  it('handles each conversation in order when it takes shares that were its own until they expired', async () => {
    // The first half of the shares is taken first.
    const conversation = ['a', 'b', 'c', 'd', 'e'].find((one) => placeOf({ conversation: one, key: '' }).share < 32);
    const numbers = Array.from({ length: 200 }, (_, i) => i + 1);
    let hasExpired = false;
    let takes = 0;
    const pool = watchedPool(connection, async (text) => {
      if (!text.includes('SKIP LOCKED')) return;
      takes += 1;
      if (takes === 2) {
        await ask(`UPDATE im_inbox.share SET until = now() - interval '1 second'`);
        hasExpired = true;
      }
    });
    const inbox: Inbox = postgresInbox({ pool });
    try {
      await inbox.open();
      for (const n of numbers) await inbox.accept(delivery({ key: `k${n}`, conversation }));
      // Another worker, which is about to die: half of the shares are its.
      await ask(`INSERT INTO im_inbox.worker VALUES (gen_random_uuid(), now() + interval '1 hour')`);
      await ask("UPDATE im_inbox.share SET owner = gen_random_uuid(), until = now() + interval '1 hour' WHERE n >= 32");
      const handled: string[] = [];
      let goOn = () => {};
      const first = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      await inbox.consume(
        async ({ delivery: { key } }) => {
          handled.push(key);
          await first;
          return done;
        },
        { concurrency: 8 },
      );
      await eventually(() => handled.length === 1);
      await ask("DELETE FROM im_inbox.worker WHERE until > now() + interval '30 minutes'");
      await eventually(() => hasExpired && handled.length === 2);
      goOn();
      await eventually(() => isIdle(inbox));
      expect([...new Set(handled)]).toEqual(numbers.map((n) => `k${n}`));
    } finally {
      await inbox.close();
      await pool.end();
    }
  });
});
