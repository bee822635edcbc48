/** What was just stored is handed out from memory, and all else from the file. */
import type { Disposition } from '../../../../src/inbox/inbox';
import { inspectSqliteInbox, sqliteInbox } from '../../../../src/inbox/sqlite';
import { makeHandover } from '../../../../src/inbox/sqlite/handover';
import { makeIntake } from '../../../../src/inbox/sqlite/intake';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import { breakable, freshFile } from '../../../support/inbox/sqlite/files';
import { opened } from '../../../support/inbox/sqlite/opened';

const done: Disposition = { next: 'done' };

async function consumed(options: Parameters<typeof sqliteInbox>[0], answer = () => done) {
  const inbox = sqliteInbox(options);
  await inbox.open();
  opened.push(inbox);
  const keys: string[] = [];
  await inbox.consume(
    async (attempt) => {
      keys.push(attempt.delivery.key);
      return answer();
    },
    { concurrency: 16 },
  );
  return { inbox, keys };
}

it('a request costs four statements beside those of its transaction, and no content is read', async () => {
  const sqlite = breakable();
  const { inbox } = await consumed({ file: freshFile(), driver: sqlite.driver });
  await inbox.accept(delivery()); // from here on it is known which id comes next
  await eventually(() => isIdle(inbox));
  sqlite.ran.length = 0;
  await Promise.all(Array.from({ length: 64 }, () => inbox.accept(delivery())));
  await eventually(() => isIdle(inbox));
  const ran = (words: RegExp) => sqlite.ran.filter((sql) => words.test(sql)).length;
  expect([ran(/^INSERT INTO waiting/), ran(/^INSERT INTO content/)]).toEqual([64, 64]);
  expect([ran(/^DELETE FROM waiting/), ran(/^DELETE FROM content/)]).toEqual([64, 64]);
  expect(ran(/^SELECT .*FROM content/)).toBe(0);
  expect(ran(/^INSERT INTO seen_batch/)).toBe(1);
  expect(ran(/^UPDATE waiting/)).toBeLessThanOrEqual(4); // 16 begin at once, those that follow one another in one statement
});

it('what another process revives in between is handed out too, each once', async () => {
  const file = freshFile();
  const { inbox, keys } = await consumed({ file });
  const letters = Array.from({ length: 5 }, () => delivery());
  for (const letter of letters) await inbox.bury(letter, 'it does not fit');
  const inspection = await inspectSqliteInbox({ file });
  const stored: string[] = [];
  for (const { id, delivery: letter } of await inspection.dead()) {
    const [one, other] = [delivery(), delivery()];
    await inbox.accept(one);
    await inspection.revive(id);
    await inbox.accept(other);
    stored.push(one.key, letter.key, other.key);
  }
  await inspection.close();
  await eventually(() => keys.length === stored.length);
  await eventually(() => isIdle(inbox));
  expect([...keys].sort()).toEqual(stored.sort());
});

it('what waits is read at its turn where it is more than is kept in memory', async () => {
  let answer: Disposition = { next: 'retry', inMs: 60_000, hold: true, error: 'not yet' };
  const { inbox, keys } = await consumed({ file: freshFile() }, () => answer);
  const room = Array.from({ length: 4200 }, () => delivery({ conversation: 'room' }));
  const first = delivery({ conversation: 'other' });
  await inbox.accept(first);
  await eventually(() => keys.length === 1);
  answer = done;
  await Promise.all(room.map((one) => inbox.accept(one)));
  await eventually(() => keys.length === 4201, 60_000);
  expect(keys.slice(1)).toEqual(room.map(({ key }) => key));
}, 90_000);

it('nothing is kept for a consumer that has stopped', () => {
  const waiting = () => {
    throw new Error('it is not read');
  };
  const intake = makeIntake({ waiting, scheduler: { add() {} }, fault() {} });
  const one = delivery();
  intake.stored(1, one);
  intake.stop();
  intake.stored(2, delivery());
  expect([intake.take(1), intake.take(2)]).toEqual([one, undefined]);
});

describe('a handover', () => {
  it('gives a delivery once', () => {
    const handover = makeHandover();
    const one = delivery();
    handover.put(1, one);
    expect([handover.take(2), handover.take(1), handover.take(1)]).toEqual([undefined, one, undefined]);
  });

  it('keeps no more than 4,096, and no more than 16 MiB of bodies, the newest', () => {
    const many = makeHandover();
    for (let id = 1; id <= 5000; id++) many.put(id, delivery());
    expect([many.take(5000 - 4096), many.take(5000 - 4095)?.wire]).toEqual([undefined, 'Group.CallbackAfterSendMsg']);
    const large = makeHandover();
    for (let id = 1; id <= 20; id++) large.put(id, delivery({ body: 'x'.repeat(2 ** 20) }));
    expect([4, 5, 20].map((id) => large.take(id) !== undefined)).toEqual([false, true, true]);
  });
});
