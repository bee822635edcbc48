/** The ends of attempts are recorded in portions, with what is stored next. */
import { readFileSync } from 'node:fs';
import type { Disposition } from '../../../../src/inbox/inbox';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import { breakable, freshFile } from '../../../support/inbox/sqlite/files';
import { open } from '../../../support/inbox/sqlite/opened';
import { ended, otherProcess } from '../../../support/inbox/sqlite/processes';

const done: Disposition = { next: 'done' };
it('64 senders wait for the disk once for more than sixteen deliveries, ends included', async () => {
  const sqlite = breakable();
  const inbox = await open({ file: freshFile(), driver: sqlite.driver });
  let handled = 0;
  await inbox.consume(
    async () => {
      handled += 1;
      return done;
    },
    { concurrency: 16 },
  );
  const before = sqlite.syncs;
  const sender = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await inbox.accept(delivery());
  };
  await Promise.all(Array.from({ length: 64 }, sender));
  await eventually(() => isIdle(inbox));
  expect(handled).toBe(1280);
  expect(sqlite.syncs - before).toBeLessThan(1280 / 16);
});

it('a consumer that stops has recorded what was handled', async () => {
  const inbox = await open({ file: freshFile() });
  const handled: string[] = [];
  const consumer = await inbox.consume(
    async (attempt) => {
      handled.push(attempt.delivery.key);
      return done;
    },
    { concurrency: 4 },
  );
  await Promise.all(Array.from({ length: 40 }, () => inbox.accept(delivery())));
  await eventually(() => handled.length === 40);
  expect(await consumer.stop(10_000)).toBe(0);
  expect(await inbox.stats()).toMatchObject({ waiting: 0, running: 0 });
});

it('so has an inbox that is closed before it was time to record', async () => {
  const inbox = await open({ file: freshFile() });
  const one = delivery();
  await inbox.accept(one);
  const handled = new Promise<void>((resolve) => {
    void inbox.consume(
      async () => {
        setImmediate(resolve);
        return done;
      },
      { concurrency: 1 },
    );
  });
  await handled;
  await inbox.close();
  await inbox.open();
  expect(await inbox.stats()).toMatchObject({ waiting: 0 });
});

it('a process that is killed between the end of a handler and its record has it handled again', async () => {
  const file = freshFile();
  const log = `${file}.handled`;
  const one = delivery({ conversation: 'room' });
  const code = `
    const inbox = sqlite.sqliteInbox({ file });
    await inbox.open();
    await inbox.accept(${JSON.stringify(one)});
    await inbox.consume(async ({ delivery }) => {
      require('node:fs').appendFileSync(${JSON.stringify(log)}, delivery.key);
      setImmediate(() => process.kill(process.pid, 'SIGKILL'));
      return { next: 'done' };
    }, { concurrency: 1 });`;
  expect(await ended(otherProcess(file, code))).toMatchObject({ signal: 'SIGKILL' });
  expect(readFileSync(log, 'utf8')).toBe(one.key);
  const inbox = await open({ file });
  const attempts: unknown[] = [];
  await inbox.consume(
    async ({ attempt, delivery: { key } }) => {
      attempts.push([attempt, key]);
      return done;
    },
    { concurrency: 1 },
  );
  await eventually(() => isIdle(inbox));
  expect(attempts).toEqual([[2, one.key]]);
});

it('a conversation in which more waits is recorded at once', async () => {
  const sqlite = breakable();
  const inbox = await open({ file: freshFile(), driver: sqlite.driver });
  const room = Array.from({ length: 50 }, () => delivery({ conversation: 'room' }));
  await Promise.all(room.map((one) => inbox.accept(one)));
  const timers = jest.spyOn(globalThis, 'setTimeout');
  const handled: string[] = [];
  await inbox.consume(
    async (attempt) => {
      handled.push(attempt.delivery.key);
      return done;
    },
    { concurrency: 4 },
  );
  while (handled.length < 50) await new Promise(setImmediate);
  const waits = timers.mock.calls.filter(([, ms]) => ms === 5);
  timers.mockRestore();
  expect(waits.length).toBeLessThanOrEqual(1); // the last has none behind it
  expect(handled).toEqual(room.map(({ key }) => key));
});
