/** What a restart finds: a closed inbox, one whose process was killed, and a clock that jumped meanwhile. */
import { readFileSync } from 'node:fs';
import type { Attempt, Disposition, Inbox } from '../../../../src/inbox/inbox';
import { shiftClock } from '../../../support/inbox/clock';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';
import { freshFile } from '../../../support/inbox/sqlite/files';
import { open } from '../../../support/inbox/sqlite/opened';
import { ended, otherProcess } from '../../../support/inbox/sqlite/processes';

const done: Disposition = { next: 'done' };
const hour = 3_600_000;
afterEach(() => jest.restoreAllMocks());

async function consume(inbox: Inbox, answer: (attempt: Attempt) => Disposition = () => done): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const run = async (attempt: Attempt) => {
    attempts.push(attempt);
    return answer(attempt);
  };
  await inbox.consume(run, { concurrency: 8 });
  return attempts;
}

describe('after a restart', () => {
  it('everything is there: what waits, in order, retries with their numbers, dead letters, keys and notes', async () => {
    const file = freshFile();
    const first = await open({ file });
    const room = Array.from({ length: 3 }, () => delivery({ conversation: 'room' }));
    const [dead, buried, handled] = [delivery(), delivery(), delivery()];
    for (const one of [...room, dead, handled]) await first.accept(one);
    await first.bury(buried, 'it does not fit');
    await first.sequences.replace('room', undefined, '{"top":7}', 1);
    await consume(first, ({ delivery: { key } }) => {
      if (key === dead.key) return { next: 'dead', error: 'never' };
      return key === handled.key ? done : { next: 'retry', inMs: 1500, hold: true, error: 'not yet' };
    });
    await eventually(async () => (await first.stats()).dead === 2);
    await eventually(async () => (await first.stats()).running === 0);
    await first.close();

    const second = await open({ file });
    expect(await second.stats()).toMatchObject({ waiting: 3, running: 0, dead: 2, duplicates: 0 });
    expect(await second.accept(handled)).toEqual({ fresh: false });
    expect(await second.sequences.due(5, 5)).toEqual([{ conversation: 'room', state: '{"top":7}' }]);
    expect((await second.dead()).map((letter) => letter.delivery)).toEqual([buried, dead]);
    const attempts = await consume(second);
    await eventually(() => isIdle(second));
    expect(attempts.map((attempt) => attempt.delivery)).toEqual(room);
    expect(attempts.map(({ attempt }) => attempt)).toEqual([2, 1, 1]);
    expect(attempts[0]?.firstFailedAt).toEqual(expect.any(Number));
  });

  it('one that stepped aside still holds nobody back', async () => {
    const file = freshFile();
    const first = await open({ file });
    const [aside, next] = [delivery({ conversation: 'room' }), delivery({ conversation: 'room' })];
    await first.accept(aside);
    const failed = await consume(first, () => ({ next: 'retry', inMs: 60_000, hold: false, error: 'not yet' }));
    await eventually(async () => failed.length === 1 && (await first.stats()).running === 0);
    await first.close();
    const second = await open({ file });
    await second.accept(next);
    const attempts = await consume(second);
    await eventually(() => attempts.length === 1);
    expect(attempts[0]?.delivery).toEqual(next);
    await eventually(async () => (await second.stats()).running === 0);
    expect(await second.stats()).toMatchObject({ waiting: 1 });
  });

  it.each([
    ['one that was there before', true],
    ['one that it has accepted itself', false],
  ])(
    'a delivery that ends the process each time is run as often as attempts says: %s',
    async (_which, isThere) => {
      const file = freshFile();
      const inbox = await open({ file });
      const one = delivery({ body: '{"GroupId":"g","From_Account":"u","MsgBody":[]}' });
      if (isThere) await inbox.accept(one);
      await inbox.close();
      const log = `${file}.runs`;
      const deadly = `
      const { startWorker } = require('./dist');
      const inbox = sqlite.sqliteInbox({ file });
      await inbox.open();
      ${isThere ? '' : `await inbox.accept(${JSON.stringify(one)});`}
      startWorker({
        inbox,
        worker: { attempts: 3 },
        onGroupMsg() {
          require('node:fs').appendFileSync(${JSON.stringify(log)}, 'run ');
          process.kill(process.pid, 'SIGKILL');
        },
      });
      while ((await inbox.stats()).dead === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await inbox.close();
      process.exit();`;
      const ends = [];
      for (let i = 0; i < 4; i++) ends.push((await ended(otherProcess(file, deadly))).signal);
      expect(ends).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', null]);
      expect(readFileSync(log, 'utf8')).toBe('run run run ');
      await inbox.open();
      const words = '3 attempts were made, and the last ones were interrupted';
      expect(await inbox.dead()).toMatchObject([{ delivery: one, attempts: 3, error: expect.stringContaining(words) }]);
    },
    60_000,
  );

  it('a large backlog is taken in with what is accepted meanwhile, in order', async () => {
    const file = freshFile();
    const first = await open({ file });
    const room = Array.from({ length: 4000 }, (_, i) => delivery({ conversation: `room-${i % 10}` }));
    await Promise.all(room.map((one) => first.accept(one)));
    await first.close();
    const second = await open({ file });
    const attempts = await consume(second);
    const late = Array.from({ length: 50 }, (_, i) => delivery({ conversation: `room-${i % 10}` }));
    for (const one of late) await second.accept(one);
    await eventually(() => isIdle(second));
    for (let i = 0; i < 10; i++) {
      const of = (list: { key: string; conversation: string | undefined }[]) =>
        list.filter(({ conversation }) => conversation === `room-${i}`).map(({ key }) => key);
      expect(of(attempts.map((attempt) => attempt.delivery))).toEqual(of([...room, ...late]));
    }
  }, 30_000);
});

describe('a clock that jumps', () => {
  it.each([
    ['back', -24 * hour],
    ['forth', 24 * hour],
  ])('%s while the inbox is closed: a retry waits no longer than it was told to', async (_, ms) => {
    const file = freshFile();
    const first = await open({ file });
    await first.accept(delivery());
    const failed = await consume(first, () => ({ next: 'retry', inMs: 300, hold: true, error: 'not yet' }));
    await eventually(async () => failed.length === 1 && (await first.stats()).running === 0);
    await first.close();
    shiftClock(ms);
    const second = await open({ file });
    const attempts = await consume(second);
    await eventually(() => attempts.length === 1, 2000);
    expect((await second.stats()).oldestMs ?? 0).toBeGreaterThanOrEqual(0);
  });

  it('back: a key is not remembered for longer than dedupMs from then on', async () => {
    const inbox = await open({ file: freshFile(), dedupMs: 200 });
    const one = delivery();
    await inbox.accept(one);
    shiftClock(-24 * hour);
    expect(await inbox.accept(one)).toEqual({ fresh: false });
    // The next tidying shortens it.
    await eventually(async () => (await inbox.accept(one)).fresh, 5000);
  });

  it('forth: a key is remembered all the same while the inbox is open, and forgotten early by the next one', async () => {
    const file = freshFile();
    const inbox = await open({ file });
    const one = delivery();
    await inbox.accept(one);
    shiftClock(24 * hour);
    expect(await inbox.accept(one)).toEqual({ fresh: false });
    await inbox.close();
    expect(await (await open({ file })).accept(one)).toEqual({ fresh: true });
  });

  it('either way: deliveries are handled, and retries while the inbox is open are due in time', async () => {
    const inbox = await open({ file: freshFile() });
    const attempts = await consume(inbox, ({ attempt }) =>
      attempt < 3 ? { next: 'retry', inMs: 50, hold: true, error: 'not yet' } : done,
    );
    for (const ms of [-hour, hour, -24 * hour]) {
      shiftClock(ms);
      await inbox.accept(delivery());
      await pause(20);
    }
    await eventually(() => isIdle(inbox), 5000);
    expect(attempts).toHaveLength(9);
  });
});
