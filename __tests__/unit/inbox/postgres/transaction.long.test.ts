/** A handler that writes in the transaction that ends its delivery. */
import { imCallbacks } from '../../../../src';
import type { AnyEvent } from '../../../../src/callback/event';
import type { Inbox } from '../../../../src/inbox/inbox';
import { memoryInbox } from '../../../../src/inbox/memory';
import { postgresInbox } from '../../../../src/inbox/postgres';
import type { FailureReport } from '../../../../src/receiver/reports';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';

describeWithPostgres('event.transaction', () => {
  let server: PostgresServer;
  let connection: string;
  let inbox: Inbox;
  let stop = async () => {};
  let failures: Pick<FailureReport, 'kind' | 'retryInMs'>[];
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());
  beforeEach(async () => {
    connection = await newDatabase(server);
    await ask('CREATE TABLE message (key text)');
    failures = [];
  });
  afterEach(() => stop());

  const ask = (text: string) => server.ask(text, [], new URL(connection).pathname.slice(1));
  const written = async () => (await ask('SELECT key FROM message')).map(({ key }) => key);

  async function start(onGroupMsg: (event: AnyEvent) => Promise<void>, given?: Inbox): Promise<void> {
    inbox = given ?? postgresInbox({ connection });
    const callbacks = imCallbacks({
      tencent: { sdkAppId: 1400000001 },
      inbox,
      worker: { backoffMs: 1, maxBackoffMs: 5, attempts: 4, timeoutMs: 5000 },
      onGroupMsg,
      onFailure: ({ kind, retryInMs }) => void failures.push({ kind, retryInMs }),
    });
    stop = async () => void (await callbacks.drain({ timeoutMs: 0 }));
    await callbacks.ready();
  }

  const write = (event: AnyEvent) =>
    event.transaction(async (client) => {
      await client.query('INSERT INTO message VALUES ($1)', [event.key]);
    });
  const message = () => delivery({ body: JSON.stringify({ GroupId: 'g', From_Account: 'u', MsgSeq: 1, MsgBody: [] }) });

  it('commits both or neither', async () => {
    let runs = 0;
    await start(async (event) => {
      runs += 1;
      await event.transaction(async (client) => {
        await client.query('INSERT INTO message VALUES ($1)', [event.key]);
        if (runs === 1) throw new Error('not yet');
      });
    });
    const one = message();
    await inbox.accept(one);
    await eventually(() => isIdle(inbox));
    expect([runs, await written()]).toEqual([2, [one.key]]);
    expect(failures).toEqual([{ kind: 'handlerFailed', retryInMs: expect.any(Number) }]);
  });

  it('ends the delivery, whatever the handler does after it', async () => {
    let runs = 0;
    await start(async (event) => {
      runs += 1;
      await write(event);
      throw new Error('too late');
    });
    const one = message();
    await inbox.accept(one);
    await eventually(() => failures.length === 1);
    await eventually(() => isIdle(inbox));
    expect([runs, await written()]).toEqual([1, [one.key]]);
    expect(failures).toEqual([{ kind: 'handlerFailed', retryInMs: undefined }]);
    expect((await inbox.stats()).dead).toBe(0);
  });

  it('does not commit where a statement failed and nobody minded', async () => {
    let runs = 0;
    await start(async (event) => {
      runs += 1;
      await event.transaction(async (client) => {
        await client.query('INSERT INTO message VALUES ($1)', [event.key]);
        if (runs === 1) await client.query('SELECT 1/0').catch(() => {});
      });
    });
    const one = message();
    await inbox.accept(one);
    await eventually(() => isIdle(inbox));
    expect([runs, await written()]).toEqual([2, [one.key]]);
  });

  it('rolls back what is not done in time, and runs it again', async () => {
    let runs = 0;
    await start(async (event) => {
      runs += 1;
      await event.transaction(async (client) => {
        await client.query('INSERT INTO message VALUES ($1)', [event.key]);
        if (runs === 1) await client.query('SELECT pg_sleep(60)');
      });
    });
    const one = message();
    await inbox.accept(one);
    await eventually(() => isIdle(inbox), 30_000);
    expect([runs, await written()]).toEqual([2, [one.key]]);
  }, 60_000);

  it('is called once in an attempt', async () => {
    const said: unknown[] = [];
    await start(async (event) => {
      await write(event);
      await write(event).catch((error) => said.push(error.message));
    });
    await inbox.accept(message());
    await eventually(() => said.length === 1);
    expect(said).toEqual(['event.transaction may be called once in an attempt: the delivery ends with it']);
  });

  it('finds a delivery that another worker has ended', async () => {
    let runs = 0;
    await start(async (event) => {
      runs += 1;
      await ask('DELETE FROM im_inbox.delivery');
      await write(event);
    });
    await inbox.accept(message());
    await eventually(() => failures.length === 1);
    await eventually(() => isIdle(inbox));
    expect([runs, await written(), failures]).toEqual([1, [], [{ kind: 'handlerFailed', retryInMs: undefined }]]);
  });

  it('leaves connections for all else, however many handlers hold one', async () => {
    await start(async (event) => {
      await event.transaction(async (client) => {
        await client.query('SELECT pg_sleep(0.05)');
        await client.query('INSERT INTO message VALUES ($1)', [event.key]);
      });
    });
    const many = Array.from({ length: 60 }, message);
    for (const one of many) await inbox.accept(one);
    await eventually(() => isIdle(inbox), 30_000);
    expect((await written()).sort()).toEqual(many.map(({ key }) => key).sort());
  }, 60_000);

  it('is of no other inbox, which says so', async () => {
    const said: unknown[] = [];
    const note = async (event: AnyEvent) => void (await write(event).catch((error) => said.push(error.message)));
    await start(note, memoryInbox());
    await inbox.accept(message());
    await eventually(() => said.length === 1);
    expect(said).toEqual([
      'event.transaction is of deliveries that postgresInbox hands out, and this inbox has no transactions; write to your database without it, or give imCallbacks inbox: postgresInbox({ connection })',
    ]);
  });
});
