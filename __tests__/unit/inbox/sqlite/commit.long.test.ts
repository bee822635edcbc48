/** One transaction for a turn of the event loop, and what becomes of it where the disk will not have it. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attempt, DeadLetter, Disposition, Inbox } from '../../../../src/inbox/inbox';
import { delivery, eventually, pause } from '../../../support/inbox/deliveries';
import { breakable, freshFile, freshMount } from '../../../support/inbox/sqlite/files';
import { open } from '../../../support/inbox/sqlite/opened';

const done: Disposition = { next: 'done' };
const settled = (inbox: Inbox, count: number, body?: string) =>
  Promise.allSettled(Array.from({ length: count }, () => inbox.accept(delivery(body === undefined ? {} : { body }))));
const stored = (results: PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === 'fulfilled');

/** Accepts, one after another, until it is refused; the keys of those that were acknowledged, and the refusal. */
async function fill(inbox: Inbox, body: string): Promise<{ keys: string[]; error: Error }> {
  const keys: string[] = [];
  for (;;) {
    const one = delivery({ body });
    try {
      await inbox.accept(one);
      keys.push(one.key);
    } catch (error) {
      return { keys, error: error as Error };
    }
  }
}

describe('group commit', () => {
  it('is one for all that a turn asks for, also of different kinds', async () => {
    const sqlite = breakable();
    const inbox = await open({ file: freshFile(), driver: sqlite.driver });
    const before = sqlite.commits;
    const [results] = await Promise.all([
      settled(inbox, 200),
      inbox.bury(delivery(), 'it does not fit'),
      inbox.sequences.replace('a', undefined, '1', undefined),
    ]);
    expect(stored(results)).toHaveLength(200);
    expect(sqlite.commits - before).toBe(1);
  });

  it('resolves nothing before the commit', async () => {
    const sqlite = breakable();
    const inbox = await open({ file: freshFile(), driver: sqlite.driver });
    const before = sqlite.commits;
    const commits: number[] = [];
    await inbox.accept(delivery()).then(() => commits.push(sqlite.commits));
    expect(commits).toEqual([before + 1]);
  });
});

describe('a commit that fails', () => {
  const broken = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });

  it('rejects all that was in it, and stores none of it', async () => {
    const sqlite = breakable();
    const file = freshFile();
    const inbox = await open({ file, driver: sqlite.driver });
    sqlite.broken = broken;
    const one = delivery();
    const all = await Promise.allSettled([
      inbox.accept(one),
      inbox.accept(one),
      inbox.bury(delivery(), 'it does not fit'),
      inbox.sequences.replace('a', undefined, '1', undefined),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect(await inbox.stats()).toMatchObject({ waiting: 0, dead: 0, duplicates: 0 });
    expect(await inbox.sequences.read('a')).toBeUndefined();
    sqlite.broken = undefined;
    // Its key was not remembered either.
    expect(await inbox.accept(one)).toEqual({ fresh: true });
    expect(await inbox.stats()).toMatchObject({ waiting: 1 });
  });

  it('keeps what was handled until it can be noted, hands out no more than concurrency meanwhile, and nothing twice', async () => {
    const sqlite = breakable();
    const inbox = await open({ file: freshFile(), driver: sqlite.driver });
    expect(stored(await settled(inbox, 20))).toHaveLength(20);
    sqlite.broken = broken;
    const handled: string[] = [];
    await inbox.consume(
      async (attempt) => {
        handled.push(attempt.delivery.key);
        return done;
      },
      { concurrency: 4 },
    );
    await pause(200);
    // Deliveries that were there before this start are noted before they run; these were accepted by this very inbox.
    expect(handled.length).toBeLessThanOrEqual(4);
    await expect(inbox.accept(delivery())).rejects.toThrow('disk I/O error');
    sqlite.broken = undefined;
    await eventually(async () => (await inbox.stats()).waiting + (await inbox.stats()).running === 0);
    expect(new Set(handled).size).toBe(20);
    expect(handled).toHaveLength(20);
  });

  it('does not make close wait, or fail', async () => {
    const sqlite = breakable();
    const file = freshFile();
    const inbox = await open({ file, driver: sqlite.driver });
    await inbox.accept(delivery());
    sqlite.broken = broken;
    const late = inbox.accept(delivery());
    const refused = expect(late).rejects.toThrow('disk I/O error');
    await inbox.close();
    await refused;
    sqlite.broken = undefined;
    await inbox.open();
    expect(await inbox.stats()).toMatchObject({ waiting: 1 });
  });
});

describe('a file that has reached maxBytes', () => {
  it('refuses the one delivery that is too large, and none of those that came with it', async () => {
    const inbox = await open({ file: freshFile(), maxBytes: 4 * 2 ** 20 });
    const bodies = ['small', 'x'.repeat(5_000_000), ...Array.from({ length: 20 }, (_, i) => `small ${i}`)];
    const accepted = await Promise.allSettled(
      bodies.map((text) => inbox.accept(delivery({ body: JSON.stringify({ text }) }))),
    );
    expect(accepted.map(({ status }) => status)).toEqual(
      bodies.map((text) => (text.length > 100 ? 'rejected' : 'fulfilled')),
    );
    expect((await inbox.stats()).waiting).toBe(21);
  });

  it('goes on handling beside a large delivery that dies', async () => {
    const inbox = await open({ file: freshFile(), maxBytes: 16 * 2 ** 20 });
    for (let i = 0; i < 2; i++) await inbox.accept(delivery({ body: JSON.stringify({ big: 'x'.repeat(6_000_000) }) }));
    const size = 100_000;
    const fill = async (): Promise<unknown> =>
      inbox.accept(delivery({ body: JSON.stringify({ x: 'x'.repeat(size) }) })).then(fill);
    await fill().catch(() => undefined); // full now
    const { waiting } = await inbox.stats();
    await inbox.consume(
      async ({ delivery: { body } }) =>
        body.length > 1_000_000 ? { next: 'dead', error: 'too large' } : { next: 'done' },
      { concurrency: 4 },
    );
    await eventually(async () => (await inbox.stats()).dead === 2 && (await inbox.stats()).waiting === 0);
    expect(waiting).toBeGreaterThan(20);
  });

  it('refuses what is new, can still be worked on, and accepts again when there is room', async () => {
    const file = freshFile();
    const inbox = await open({ file, maxBytes: 2 ** 20 });
    const body = JSON.stringify({ long: 'x'.repeat(20_000) });
    const { keys, error } = await fill(inbox, body);
    expect(error.message).toBe('the inbox is full: its disk is, or its file has reached maxBytes');
    expect(keys.length).toBeGreaterThan(30);
    expect(await inbox.stats()).toMatchObject({ waiting: keys.length });
    // What waits becomes a dead letter or is postponed, which needs room before it gives some.
    const handled = new Set<string>();
    let attempts = 0;
    await inbox.consume(
      async ({ delivery: { key }, attempt }) => {
        attempts += 1;
        if (attempt === 1) return { next: 'retry', inMs: 1, hold: true, error: 'not yet' };
        handled.add(key);
        return handled.size % 2 === 0 ? done : { next: 'dead', error: 'never' };
      },
      { concurrency: 4 },
    );
    await eventually(async () => (await inbox.stats()).waiting + (await inbox.stats()).running === 0);
    expect([...handled].sort()).toEqual(keys.sort());
    expect(attempts).toBe(2 * keys.length);
    expect((await inbox.stats()).dead).toBe(Math.ceil(keys.length / 2));
    expect(await inbox.accept(delivery({ body }))).toEqual({ fresh: true });
  });

  describe('by dead letters', () => {
    const body = JSON.stringify({ long: 'x'.repeat(20_000) });
    const numbered = (n: number) => delivery({ body, operationID: String(n) });
    const numbers = (letters: readonly DeadLetter[]) => letters.map(({ delivery }) => Number(delivery.operationID));

    async function fullOfDead(): Promise<Inbox> {
      const inbox = await open({ file: freshFile(), maxBytes: 8 * 2 ** 20 });
      for (let n = 0; n < 400; n++) await inbox.bury(numbered(n), 'it does not fit').catch(() => {});
      return inbox;
    }

    it('takes what comes in, and the oldest of them make room', async () => {
      const inbox = await fullOfDead();
      const [oldest = 0] = numbers(await inbox.dead());
      const accepted = await Promise.all(Array.from({ length: 50 }, () => inbox.accept(delivery({ body }))));
      expect(accepted.every(({ fresh }) => fresh)).toBe(true);
      const left = numbers(await inbox.dead({ limit: 1000 }));
      expect(left[0]).toBeGreaterThan(oldest);
      expect(left.at(-1)).toBe(399);
      expect(left.length).toBeGreaterThan(100);
      expect(await inbox.stats()).toMatchObject({ waiting: 50, dead: left.length });
    });

    it('says so in a warning', async () => {
      const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
      const inbox = await fullOfDead();
      emitWarning.mockClear(); // what filled it may have said so already
      await fill(inbox, body);
      const said = emitWarning.mock.calls.map(([sentence]) => String(sentence));
      emitWarning.mockRestore();
      expect(said).toEqual([
        expect.stringContaining('so the oldest dead letters are deleted to make room for new deliveries'),
      ]);
    });

    it('takes a delivery larger than what is left, though the file is not quite full', async () => {
      const inbox = await open({ file: freshFile(), maxBytes: 8 * 2 ** 20 });
      for (let n = 0; n < 250; n++) await inbox.bury(numbered(n), 'it does not fit');
      const large = JSON.stringify({ long: 'x'.repeat(4 * 2 ** 20) });
      expect(await inbox.accept(delivery({ body: large }))).toEqual({ fresh: true });
      const { waiting, dead } = await inbox.stats();
      expect(waiting).toBe(1);
      expect(dead).toBeLessThan(250);
      expect(dead).toBeGreaterThan(0);
    });

    it('refuses when none is left', async () => {
      const inbox = await fullOfDead();
      const { keys, error } = await fill(inbox, body);
      expect(error.message).toBe('the inbox is full: its disk is, or its file has reached maxBytes');
      expect(await inbox.stats()).toMatchObject({ waiting: keys.length, dead: 0 });
      expect(keys.length).toBeGreaterThan(350);
    });

    it('keeps them all where what comes in is too large all the same', async () => {
      const inbox = await fullOfDead();
      const before = numbers(await inbox.dead({ limit: 1000 }));
      const large = delivery({ body: JSON.stringify({ long: 'x'.repeat(9 * 2 ** 20) }) });
      await expect(inbox.accept(large)).rejects.toThrow('the inbox is full');
      expect(numbers(await inbox.dead({ limit: 1000 }))).toEqual(before);
      expect(await inbox.accept(delivery())).toEqual({ fresh: true });
    });

    it('loses none by reviving them one after another', async () => {
      const inbox = await open({ file: freshFile(), maxBytes: 2 ** 20 });
      const { keys } = await fill(inbox, JSON.stringify({ long: 'x'.repeat(4000) }));
      for (let n = 0; n < 10; n++)
        await inbox.bury(delivery({ operationID: String(n) }), 'it does not fit').catch(() => {});
      const letters = await inbox.dead({ limit: 1000 });
      for (const { id } of letters) await inbox.revive(id).catch(() => {});
      const { waiting, dead } = await inbox.stats();
      expect(dead).toBeGreaterThan(0); // there was no room for all
      expect(waiting + dead).toBe(keys.length + letters.length);
    });

    it('revives the oldest of them', async () => {
      const inbox = await fullOfDead();
      const [oldest] = await inbox.dead({ limit: 1 });
      expect(await inbox.revive(oldest?.id ?? '')).toBe(true);
      const handled: string[] = [];
      const run = async (attempt: Attempt) => {
        handled.push(attempt.delivery.key);
        return done;
      };
      await inbox.consume(run, { concurrency: 1 });
      await eventually(() => handled.length === 1);
      expect(handled).toEqual([oldest?.delivery.key]);
    });
  });

  it('of the disk is no reason to remove dead letters', async () => {
    const sqlite = breakable();
    const inbox = await open({ file: freshFile(), driver: sqlite.driver });
    await inbox.bury(delivery(), 'it does not fit');
    sqlite.broken = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const refused = expect(inbox.accept(delivery())).rejects.toThrow('the inbox is full');
    // It was full for that one transaction.
    setImmediate(() => {
      sqlite.broken = undefined;
    });
    await refused;
    expect(await inbox.stats()).toMatchObject({ dead: 1, waiting: 0 });
  });
});

const mount = freshMount('3m');
(mount ? describe : describe.skip)(
  `a disk that is really full${mount ? '' : ' (skipped: no right to mount a small one)'}`,
  () => {
    it('is never acknowledged to, and has lost nothing when there is room again', async () => {
      const folder = mount ?? '';
      const ballast = join(folder, 'ballast');
      writeFileSync(ballast, Buffer.alloc(2 ** 20));
      const file = join(folder, 'inbox.db');
      const inbox = await open({ file });
      const body = JSON.stringify({ long: 'x'.repeat(5000) });
      const { keys, error } = await fill(inbox, body);
      expect(error.message).toMatch(/the inbox is full|disk/);
      expect(keys.length).toBeGreaterThan(20);
      const handled: string[] = [];
      await inbox.consume(
        async (attempt) => {
          handled.push(attempt.delivery.key);
          return done;
        },
        { concurrency: 4 },
      );
      await expect(fill(inbox, body)).resolves.toMatchObject({ error: expect.any(Error) });
      rmSync(ballast);
      const late = delivery({ body });
      await eventually(() =>
        inbox.accept(late).then(
          () => true,
          () => false,
        ),
      );
      await eventually(async () => (await inbox.stats()).waiting + (await inbox.stats()).running === 0);
      expect(handled.filter((key) => keys.includes(key)).sort()).toEqual(keys.sort());
      expect(handled.filter((key) => key === late.key)).toHaveLength(1);
      await inbox.close();
      await inbox.open();
      expect(await inbox.stats()).toMatchObject({ waiting: 0 });
    }, 60_000);
  },
);
