/** Nothing grows without end, and what was received is gone once it is done with. */
import { existsSync, readFileSync } from 'node:fs';
import type { Disposition } from '../../../../src/inbox/inbox';
import { maxSequences } from '../../../../src/inbox/store-options';
import { shiftClock } from '../../../support/inbox/clock';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import { freshFile, plain } from '../../../support/inbox/sqlite/files';
import { open } from '../../../support/inbox/sqlite/opened';

const done: Disposition = { next: 'done' };
afterEach(() => jest.restoreAllMocks());

function count(file: string, table: string): number {
  const database = plain(file);
  const { n } = database.prepare(`SELECT count(*) AS n FROM ${table}`).all()[0] as { n: number };
  database.close();
  return n;
}

describe('what was received', () => {
  const secret = 'a-secret-that-nobody-else-has';
  const isAnywhere = (file: string) =>
    [file, `${file}-wal`, `${file}-shm`].some((path) => existsSync(path) && readFileSync(path).includes(secret));

  it('is in no byte of the files soon after it was handled, while the inbox stays open', async () => {
    const file = freshFile();
    const inbox = await open({ file });
    // Small ones share a page, large ones have pages of their own; some stay behind.
    for (let i = 0; i < 300; i++) {
      await inbox.accept(delivery({ body: JSON.stringify({ secret, pad: 'x'.repeat(i * 20) }), conversation: secret }));
      if (i % 10 === 0) await inbox.accept(delivery({ wire: 'stays' }));
    }
    expect(isAnywhere(file)).toBe(true);
    await inbox.consume(
      async (attempt) => {
        if (attempt.delivery.wire !== 'stays') return done;
        return { next: 'retry', inMs: 60_000, hold: true, error: 'not yet' };
      },
      { concurrency: 8 },
    );
    await eventually(async () => (await inbox.stats()).waiting === 30 && (await inbox.stats()).running === 0);
    await eventually(() => !isAnywhere(file), 10_000);
  }, 30_000);

  it('is in no byte of the files after close, and nothing of dead letters that had to make room', async () => {
    const file = freshFile();
    const inbox = await open({ file, maxDead: 0 });
    for (let i = 0; i < 50; i++) {
      await inbox.accept(
        delivery({ body: JSON.stringify({ secret, pad: 'x'.repeat(i * 200) }), key: `${secret}/${i}` }),
      );
    }
    await inbox.consume(async () => ({ next: 'dead', error: `never: ${secret}` }), { concurrency: 1 });
    await eventually(() => isIdle(inbox));
    expect(await inbox.dead()).toEqual([]);
    await inbox.close();
    expect(isAnywhere(file)).toBe(false);
  });
});

describe('dead letters', () => {
  it('are gone after deadRetentionMs', async () => {
    const file = freshFile();
    const inbox = await open({ file, deadRetentionMs: 5000 });
    for (let i = 0; i < 150; i++) await inbox.bury(delivery(), 'it does not fit');
    shiftClock(4000);
    expect(await inbox.dead({ limit: 1000 })).toHaveLength(150);
    shiftClock(6000);
    expect(await inbox.dead({ limit: 1000 })).toEqual([]);
    await eventually(async () => (await inbox.stats()).dead === 0);
    expect(count(file, 'dead')).toBe(0);
  });

  it('are cut down to a smaller maxDead with the next one', async () => {
    const file = freshFile();
    const first = await open({ file });
    for (let i = 0; i < 20; i++) await first.bury(delivery(), 'it does not fit');
    await first.close();
    const second = await open({ file, maxDead: 5 });
    const last = delivery();
    await second.bury(last, 'it does not fit');
    const letters = await second.dead();
    expect([letters.length, letters[4]?.delivery]).toEqual([5, last]);
    expect((await second.stats()).dead).toBe(5);
  });
});

describe('remembered keys', () => {
  it('go when they are out of date, while others come', async () => {
    const file = freshFile();
    const inbox = await open({ file, dedupMs: 60_000 }); // longer than a busy machine takes
    for (let i = 0; i < 100; i++) await inbox.accept(delivery());
    expect(count(file, 'seen_batch')).toBe(100); // one for each transaction
    shiftClock(120_000);
    for (let i = 0; i < 40; i++) await inbox.accept(delivery());
    // Four for each new one, and what the housekeeping of a second takes.
    expect(count(file, 'seen_batch')).toBe(40);
  });

  it('are removed without new ones, too', async () => {
    const file = freshFile();
    const inbox = await open({ file, dedupMs: 100 });
    for (let i = 0; i < 20; i++) await inbox.accept(delivery());
    await eventually(() => count(file, 'seen_batch') === 0);
  });

  it('are one row for all that a turn accepts', async () => {
    const file = freshFile();
    const inbox = await open({ file });
    await Promise.all(Array.from({ length: 200 }, () => inbox.accept(delivery())));
    expect(count(file, 'seen_batch')).toBe(1);
  });

  it('are not kept for deliveries that cannot be told from others', async () => {
    const file = freshFile();
    const inbox = await open({ file });
    const one = delivery({ identified: false });
    expect(await inbox.accept(one)).toEqual({ fresh: true });
    expect(await inbox.accept(one)).toEqual({ fresh: true });
    expect(count(file, 'seen_batch')).toBe(0);
  });

  it('are hashed: a key may hold the name of a user', async () => {
    const file = freshFile();
    const inbox = await open({ file });
    await inbox.accept(delivery({ key: 'tencent/1/u_alice' }));
    await inbox.consume(async () => done, { concurrency: 1 });
    await eventually(() => isIdle(inbox));
    await inbox.close();
    expect(readFileSync(file).includes('u_alice')).toBe(false);
  });
});

it('of the notes about sequences the ones that were quiet for longest make room', async () => {
  const inbox = await open({ file: freshFile() });
  const { sequences } = inbox;
  const write = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, i) => sequences.replace(`c${from + i}`, undefined, '1', undefined)),
    );
  await write(0, maxSequences);
  await sequences.replace('c0', '1', '2', undefined);
  await write(maxSequences, maxSequences + 10);
  await eventually(async () => (await sequences.read('c10')) === undefined);
  expect(await sequences.read('c0')).toBe('2');
  expect(await sequences.read('c1')).toBeUndefined();
  expect(await sequences.read('c11')).toBe('1');
  expect(await sequences.read(`c${maxSequences + 9}`)).toBe('1');
}, 60_000);
