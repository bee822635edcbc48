/** What a worker's own process has stored goes to its handlers from memory, many in one statement, and in order with what others store. */
import { Client, type ClientConfig, Pool, type QueryConfig } from 'pg';
import type { Inbox } from '../../../../src/inbox/inbox';
import { postgresInbox } from '../../../../src/inbox/postgres';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

const done = { next: 'done' } as const;

/** How often each statement was sent, by its name, and how many rows it was answered with. */
interface Counts {
  readonly sent: Map<string, number>;
  readonly rows: Map<string, number>;
}

function countingPool(connectionString: string): { pool: Pool; counts: Counts } {
  const counts: Counts = { sent: new Map(), rows: new Map() };
  const add = (to: Map<string, number>, name: string, n: number) => to.set(name, (to.get(name) ?? 0) + n);
  class CountingClient extends Client {
    constructor(config?: ClientConfig) {
      super(config);
      const send = this.query.bind(this) as (...asked: unknown[]) => Promise<{ rows?: unknown[] }>; // none of several statements
      const counted = async (...asked: [QueryConfig | string, ...unknown[]]) => {
        // Without the digest of its text.
        const name = (typeof asked[0] === 'object' && asked[0].name?.replace(/\.[^.]*$/, '')) || 'others';
        add(counts.sent, name, 1);
        const answer = await send(...asked);
        add(counts.rows, name, answer.rows?.length ?? 0);
        return answer;
      };
      Object.assign(this, { query: counted });
    }
  }
  return { pool: new Pool({ connectionString, max: 10, Client: CountingClient }), counts };
}

describeWithPostgres('a PostgreSQL worker whose own process accepts', () => {
  let server: PostgresServer;
  let connection: string;
  const opened: Inbox[] = [];
  const pools: Pool[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());
  beforeEach(async () => {
    connection = await newDatabase(server);
  });
  afterEach(async () => {
    for (const inbox of opened.splice(0)) await inbox.close();
    for (const pool of pools.splice(0)) await pool.end();
  });

  async function open(counted = false): Promise<{ inbox: Inbox; counts: Counts }> {
    const { pool, counts } = countingPool(connection);
    pools.push(pool);
    const inbox = postgresInbox(counted ? { pool } : { connection });
    await inbox.open();
    opened.push(inbox);
    return { inbox, counts };
  }

  async function consume(inbox: Inbox): Promise<string[]> {
    const handled: string[] = [];
    await inbox.consume(
      async (attempt) => {
        handled.push(attempt.delivery.key);
        return done;
      },
      { concurrency: 64 },
    );
    return handled;
  }

  async function acceptAndHandle(inbox: Inbox, handled: string[]): Promise<void> {
    const one = delivery({ conversation: 'a' });
    await inbox.accept(one);
    await eventually(() => handled.includes(one.key));
  }

  /** Until then it does not know that nobody else has stored anything. */
  async function untilHandedOver(inbox: Inbox, handled: string[], { rows }: Counts): Promise<void> {
    await eventually(async () => {
      await eventually(() => isIdle(inbox));
      const before = rows.get('im_inbox.read');
      for (let i = 0; i < 3; i++) await acceptAndHandle(inbox, handled);
      return rows.get('im_inbox.read') === before;
    });
  }

  it('sends one statement for many deliveries of 64 senders: to accept them, and to have them handled', async () => {
    const { inbox, counts } = await open(true);
    const handled = await consume(inbox);
    await untilHandedOver(inbox, handled, counts);
    const before = new Map(counts.sent);
    const sent = (name: string) => (counts.sent.get(name) ?? 0) - (before.get(name) ?? 0);
    const total = () => [...counts.sent.keys()].reduce((sum, name) => sum + sent(name), 0);
    const many = Array.from({ length: 1280 }, (_, i) => delivery({ conversation: `room ${i % 200}` }));
    const left = [...many];
    const sender = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await inbox.accept(next);
    };
    const alreadyHandled = handled.length;
    await Promise.all(Array.from({ length: 64 }, sender));
    await eventually(() => handled.length === alreadyHandled + many.length);
    expect(total()).toBeLessThan(many.length / 4);
    expect(sent('im_inbox.accept')).toBeGreaterThan(0);
    expect(sent('im_inbox.accept')).toBeLessThan(many.length / 12);
  });

  it('does not read back what it has stored', async () => {
    const { inbox, counts } = await open(true);
    const handled = await consume(inbox);
    await untilHandedOver(inbox, handled, counts);
    const readBefore = counts.rows.get('im_inbox.read') ?? 0;
    const sentBefore = counts.sent.get('im_inbox.read') ?? 0;
    for (let i = 0; i < 60; i++) await acceptAndHandle(inbox, handled);
    const reads = (counts.sent.get('im_inbox.read') ?? 0) - sentBefore;
    // Each has a row of its own beside what it found, and may find the one that runs.
    expect((counts.rows.get('im_inbox.read') ?? 0) - readBefore).toBeLessThanOrEqual(2 * reads);
    expect(reads).toBeLessThan(30);
  });

  it('keeps a conversation in order that another process stores in by turns with it', async () => {
    const { inbox, counts } = await open(true);
    const { inbox: other } = await open();
    const handled = await consume(inbox);
    await untilHandedOver(inbox, handled, counts);
    const before = handled.length;
    const many = Array.from({ length: 120 }, () => delivery({ conversation: 'a' }));
    for (const [i, one] of many.entries()) await (i % 3 === 0 ? other : inbox).accept(one);
    await eventually(() => handled.length === before + many.length);
    expect(handled.slice(before)).toEqual(many.map(({ key }) => key));
  });

  it('hands over again when the other process has stopped', async () => {
    const { inbox, counts } = await open(true);
    const { inbox: other } = await open();
    const handled = await consume(inbox);
    await untilHandedOver(inbox, handled, counts);
    await other.accept(delivery({ conversation: 'a' }));
    await untilHandedOver(inbox, handled, counts);
    expect(await inbox.stats()).toMatchObject({ waiting: 0 });
  });

  it('keeps a conversation in order that grows longer than what is kept of it in memory', async () => {
    const { inbox, counts } = await open(true);
    const handled = await consume(inbox);
    await untilHandedOver(inbox, handled, counts);
    const before = handled.length;
    const many = Array.from({ length: 400 }, () => delivery({ conversation: 'a' }));
    await Promise.all(many.map((one) => inbox.accept(one)));
    await eventually(() => handled.length === before + many.length);
    expect(handled.slice(before)).toEqual(many.map(({ key }) => key));
  });
});
