/** Clocks that jump, by far: the process's and the server's. Nothing is lost, and nothing waits for hours. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Attempt, Disposition, Inbox } from '../../../../src/inbox/inbox';
import { type PostgresInboxOptions, postgresInbox } from '../../../../src/inbox/postgres';
import { shiftClock } from '../../../support/inbox/clock';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../../support/inbox/postgres/postgres-server';
import {
  describeWithServerClock,
  type ServerWithClock,
  startWithClock,
} from '../../../support/inbox/postgres/server-clock';

const done: Disposition = { next: 'done' };
const retry = (inMs: number, hold: boolean): Disposition => ({ next: 'retry', inMs, hold, error: 'not yet' });
const hour = 3600;

let connection: string;
let opened: Inbox[] = [];
afterEach(async () => {
  jest.restoreAllMocks();
  for (const inbox of opened) await inbox.close();
  opened = [];
});

async function open(options: PostgresInboxOptions = {}): Promise<Inbox> {
  const inbox = postgresInbox({ connection, lockMs: 1000, ...options });
  await inbox.open();
  opened.push(inbox);
  return inbox;
}

/** Consumes with `answer`, and keeps the keys of all attempts. */
async function consume(inbox: Inbox, answer: (attempt: Attempt) => Disposition = () => done, keys: string[] = []) {
  const run = async (attempt: Attempt) => {
    keys.push(attempt.delivery.key);
    return answer(attempt);
  };
  await inbox.consume(run, { concurrency: 4 });
  return keys;
}

/** Twice fails, then succeeds; by steps that hold and that do not. */
const third = (hold: boolean) => (attempt: Attempt) => (attempt.attempt < 3 ? retry(50, hold) : done);

describeWithPostgres('postgresInbox in a process whose clock jumps', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());
  beforeEach(async () => {
    connection = await newDatabase(server);
  });

  it.each([true, false])('handles and retries all, in time and in order (hold: %s)', async (hold) => {
    const inbox = await open();
    const keys = await consume(inbox, third(hold));
    const sent: string[] = [];
    for (const seconds of [-hour, hour, -24 * hour, 24 * hour, 0]) {
      shiftClock(seconds * 1000);
      const one = delivery({ conversation: 'room' });
      sent.push(one.key);
      expect(await inbox.accept(one)).toEqual({ fresh: true });
      expect(await inbox.accept(one)).toEqual({ fresh: false });
    }
    await eventually(() => isIdle(inbox));
    expect(keys).toHaveLength(15);
    const thrice = sent.flatMap((key) => [key, key, key]);
    if (hold) expect(keys).toEqual(thrice);
    else expect([...keys].sort()).toEqual([...thrice].sort());
    expect((await inbox.stats()).oldestMs).toBeNull();
  });
});

describeWithServerClock('postgresInbox on a server whose clock jumps', () => {
  let server: ServerWithClock;
  beforeAll(async () => {
    server = await startWithClock();
  }, 60_000);
  afterAll(() => server.remove());
  beforeEach(async () => {
    await server.setClock(0);
    connection = await newDatabase(server);
  });

  it.each([
    ['forth', 24 * hour],
    ['back', -24 * hour],
  ])(
    '%s under two workers: all is handled, in order, and none of it stays',
    async (_, seconds) => {
      const [web, one, other] = [await open(), await open(), await open()];
      const keys = await consume(one, third(true));
      await consume(other, third(true), keys);
      const rooms = Array.from({ length: 6 }, (_, room) =>
        Array.from({ length: 8 }, () => delivery({ conversation: `room-${room}` })),
      );
      const send = async (from: number, to: number) => {
        for (const room of rooms) for (const one of room.slice(from, to)) await web.accept(one);
      };
      await send(0, 4);
      await server.setClock(seconds);
      await send(4, 8);
      await eventually(() => isIdle(web), 60_000);
      for (const room of rooms) {
        const wanted = room.map(({ key }) => key);
        const first = new Set(keys.filter((key) => wanted.includes(key)));
        expect([...first]).toEqual(wanted);
      }
      expect(await web.stats()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
    },
    60_000,
  );

  it.each([
    ['forth', 24 * hour],
    ['back', -24 * hour],
  ])(
    '%s: what a killed worker had is taken over',
    async (_, seconds) => {
      const inbox = await open();
      const body = JSON.stringify({ GroupId: 'g', From_Account: 'u', MsgSeq: 1, MsgBody: [] });
      const many = Array.from({ length: 3 }, () => delivery({ conversation: 'room', body }));
      for (const one of many) await inbox.accept(one);
      const worker = fork(join(__dirname, '..', '..', '..', '..', 'scripts', 'crash', 'worker.js'), [
        connection,
        'hang',
      ]);
      await eventually(async () => (await inbox.stats()).running === 1);
      worker.kill('SIGKILL');
      await server.setClock(seconds);
      const keys = await consume(inbox);
      await eventually(() => keys.length === 3, 30_000);
      expect(keys).toEqual(many.map(({ key }) => key));
    },
    60_000,
  );

  it.each([
    ['forth', 24 * hour],
    ['back', -24 * hour],
  ])(
    '%s while nobody works: a retry waits no longer than it was told to',
    async (_, seconds) => {
      const first = await open();
      await first.accept(delivery());
      const failed = await consume(first, () => retry(300, true));
      await eventually(async () => failed.length === 1 && (await first.stats()).running === 0);
      await first.close();
      await server.setClock(seconds);
      const keys = await consume(await open());
      await eventually(() => keys.length === 1, 30_000);
      expect((await opened[1]?.stats())?.oldestMs ?? 0).toBeGreaterThanOrEqual(0);
    },
    60_000,
  );

  it('back: one that has stepped aside for longer than it is kept in memory is tried again', async () => {
    const inbox = await open();
    await inbox.accept(delivery());
    const keys = await consume(inbox, ({ attempt }) => (attempt === 1 ? retry(6000, false) : done));
    await eventually(async () => keys.length === 1 && (await inbox.stats()).running === 0);
    await server.setClock(-24 * hour);
    await eventually(() => keys.length === 2, 30_000);
  }, 60_000);

  it('back: a key is not remembered for longer than dedupMs from then on', async () => {
    const inbox = await open({ dedupMs: 1000 });
    const one = delivery();
    await inbox.accept(one);
    await server.setClock(-24 * hour);
    expect(await inbox.accept(one)).toEqual({ fresh: false });
    // The next housekeeping shortens it.
    await eventually(async () => (await inbox.accept(one)).fresh, 30_000);
  }, 60_000);

  it('forth: a key is forgotten early, and the delivery handled again, not lost', async () => {
    const inbox = await open();
    const one = delivery();
    await inbox.accept(one);
    await server.setClock(24 * hour);
    expect(await inbox.accept(one)).toEqual({ fresh: true });
  });
});
