import type { Attempt, Consumer, Disposition, Inbox, StoredDelivery } from '../../../src/inbox/inbox';
import type { StoreOptions } from '../../../src/inbox/store-options';
import { delivery, eventually, isIdle, pause } from './deliveries';

const done: Disposition = { next: 'done' };
const retry = (inMs: number, hold = true): Disposition => ({ next: 'retry', inMs, hold, error: 'not yet' });
const dead: Disposition = { next: 'dead', error: 'never' };

/** One engine on one store that is empty at first. */
export interface Engine {
  /** An inbox on the store; called again after `close` it is what a restarted process would have. */
  make(options?: StoreOptions): Inbox;
}

/** What every engine does. `fresh` gives each test a store of its own. */
export function inboxContract(name: string, fresh: () => Promise<Engine>): void {
  describe(`${name}: the contract of an inbox`, () => {
    let engine: Engine;
    let opened: Inbox[];
    beforeEach(async () => {
      engine = await fresh();
      opened = [];
    });
    afterEach(async () => {
      for (const inbox of opened) await inbox.close();
    });

    async function open(options?: StoreOptions): Promise<Inbox> {
      const inbox = engine.make(options);
      await inbox.open();
      opened.push(inbox);
      return inbox;
    }

    /** Consumes with `answer`, and keeps what was handed out. */
    async function consume(
      inbox: Inbox,
      answer: (attempt: Attempt) => Disposition | Promise<Disposition> = () => done,
      concurrency = 8,
    ): Promise<{ attempts: Attempt[]; consumer: Consumer }> {
      const attempts: Attempt[] = [];
      const consumer = await inbox.consume(
        async (attempt) => {
          attempts.push(attempt);
          return answer(attempt);
        },
        { concurrency },
      );
      return { attempts, consumer };
    }

    const keysOf = (attempts: readonly Attempt[]) => attempts.map((attempt) => attempt.delivery.key);

    it('says what it promises, and may be opened twice', async () => {
      const inbox = await open();
      const { durability, notes } = await inbox.open();
      expect(['machine-loss', 'power-loss', 'process-crash', 'none', 'unknown']).toContain(durability);
      expect(notes.every((note) => typeof note === 'string' && note.length > 0)).toBe(true);
    });

    it('hands out what it accepted, whole, and is empty then', async () => {
      const inbox = await open();
      const odd = '\u0000 \u{1F600} 漢字 "\\ \u2028';
      const stored = [
        delivery({ body: JSON.stringify({ odd }), conversation: `c/${encodeURIComponent('ä:{}')}` }),
        delivery({ vendor: 'openim', appId: undefined, wire: 'callbackAfterSendGroupMsgCommand', expected: false }),
        delivery({ body: JSON.stringify({ long: 'x'.repeat(640_000) }) }),
      ];
      for (const one of stored) expect(await inbox.accept(one)).toEqual({ fresh: true });
      expect(await inbox.stats()).toMatchObject({ waiting: 3, running: 0, dead: 0, duplicates: 0 });
      const { attempts } = await consume(inbox, undefined, 1);
      await eventually(() => isIdle(inbox));
      const byKey = new Map(attempts.map((attempt) => [attempt.delivery.key, attempt]));
      for (const one of stored) {
        const attempt = byKey.get(one.key);
        expect(attempt?.delivery).toEqual(one);
        expect(attempt).toMatchObject({ attempt: 1, firstFailedAt: undefined });
      }
      expect(await inbox.stats()).toMatchObject({ waiting: 0, running: 0, dead: 0, oldestMs: null });
    });

    it('hands out what is accepted while it is consumed', async () => {
      const inbox = await open();
      const { attempts } = await consume(inbox);
      const stored = Array.from({ length: 300 }, () => delivery());
      await Promise.all(stored.map((one) => inbox.accept(one)));
      await eventually(() => attempts.length >= 300);
      await eventually(() => isIdle(inbox));
      expect(keysOf(attempts).sort()).toEqual(stored.map(({ key }) => key).sort());
    });

    describe('repeated deliveries', () => {
      it('takes an identified one once, also after it was handled', async () => {
        const inbox = await open();
        const first = delivery();
        expect(await inbox.accept(first)).toEqual({ fresh: true });
        expect(await inbox.accept({ ...first, operationID: 'again' })).toEqual({ fresh: false });
        const { attempts } = await consume(inbox);
        await eventually(() => isIdle(inbox));
        expect(await inbox.accept(first)).toEqual({ fresh: false });
        await pause(50);
        expect(attempts).toHaveLength(1);
        expect(await inbox.stats()).toMatchObject({ waiting: 0, duplicates: 2 });
      });

      it('takes one of a storm of equals', async () => {
        const inbox = await open();
        const { attempts } = await consume(inbox);
        const one = delivery({ conversation: 'tencent/1400000001/group/storm' });
        const accepted = await Promise.all(Array.from({ length: 100 }, () => inbox.accept(one)));
        expect(accepted.filter(({ fresh }) => fresh)).toHaveLength(1);
        await eventually(() => isIdle(inbox));
        expect(attempts).toHaveLength(1);
      });

      it('takes it again once dedupMs has passed', async () => {
        const inbox = await open({ dedupMs: 100 });
        const one = delivery();
        await inbox.accept(one);
        await pause(150);
        expect(await inbox.accept(one)).toEqual({ fresh: true });
      });

      it("counts and takes it with dedupe: 'observe'", async () => {
        const inbox = await open({ dedupe: 'observe' });
        const one = delivery();
        await inbox.accept(one);
        expect(await inbox.accept(one)).toEqual({ fresh: false });
        const { attempts } = await consume(inbox);
        await eventually(() => isIdle(inbox));
        expect(keysOf(attempts)).toEqual([one.key, one.key]);
        expect((await inbox.stats()).duplicates).toBe(1);
      });
    });

    describe('retries', () => {
      it('hands out again when it is due, with the number of the attempt', async () => {
        const inbox = await open();
        const times: number[] = [];
        const { attempts } = await consume(inbox, ({ attempt }) => {
          times.push(performance.now());
          return attempt < 3 ? retry(60) : done;
        });
        await inbox.accept(delivery());
        await eventually(() => isIdle(inbox));
        expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
        expect(attempts[0]?.firstFailedAt).toBeUndefined();
        expect(attempts[1]?.firstFailedAt).toEqual(expect.any(Number));
        expect(attempts[2]?.firstFailedAt).toBe(attempts[1]?.firstFailedAt);
        // Timers may come a millisecond early; never as early as without any wait.
        for (const i of [1, 2]) expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThan(50);
      });

      it('holds back the conversation of a failing one, and no other', async () => {
        const inbox = await open();
        const [a1, a2, b1] = [
          delivery({ conversation: 'a' }),
          delivery({ conversation: 'a' }),
          delivery({ conversation: 'b' }),
        ];
        const { attempts } = await consume(inbox, ({ delivery: { key }, attempt }) =>
          key === a1.key && attempt < 3 ? retry(100) : done,
        );
        for (const one of [a1, a2, b1]) await inbox.accept(one);
        await eventually(() => isIdle(inbox));
        expect(keysOf(attempts).filter((key) => key !== b1.key)).toEqual([a1.key, a1.key, a1.key, a2.key]);
        expect(keysOf(attempts).indexOf(b1.key)).toBeLessThan(keysOf(attempts).indexOf(a2.key));
      });

      it('lets the conversation go on past one that steps aside', async () => {
        const inbox = await open();
        const [a1, a2, a3] = Array.from({ length: 3 }, () => delivery({ conversation: 'a' }));
        const { attempts } = await consume(inbox, ({ delivery: { key }, attempt }) =>
          key === a1?.key && attempt === 1 ? retry(1500, false) : done,
        );
        for (const one of [a1, a2, a3]) await inbox.accept(one as StoredDelivery);
        await eventually(() => isIdle(inbox));
        expect(keysOf(attempts)).toEqual([a1?.key, a2?.key, a3?.key, a1?.key]);
      });

      it('does not let many failing ones keep others from being handled', async () => {
        const inbox = await open();
        const poison = Array.from({ length: 30 }, () => delivery());
        const keys = new Set(poison.map(({ key }) => key));
        const { attempts } = await consume(inbox, ({ delivery: { key } }) => (keys.has(key) ? retry(60_000) : done), 4);
        await Promise.all(poison.map((one) => inbox.accept(one)));
        const good = delivery();
        await inbox.accept(good);
        await eventually(() => keysOf(attempts).includes(good.key));
        // Those before it may be just about to be put off.
        await eventually(async () => (await inbox.stats()).waiting === 30);
      });
    });

    it('keeps the order of each conversation, and handles different ones side by side up to concurrency', async () => {
      const inbox = await open();
      let running = 0;
      let most = 0;
      const busy = new Set<string>();
      const overlaps: string[] = [];
      const { attempts } = await consume(
        inbox,
        async ({ delivery: { conversation = '' } }) => {
          if (busy.has(conversation)) overlaps.push(conversation);
          busy.add(conversation);
          running += 1;
          most = Math.max(most, running);
          await pause(Math.random() * 8);
          running -= 1;
          busy.delete(conversation);
          return done;
        },
        4,
      );
      const stored = Array.from({ length: 120 }, (_, i) => delivery({ conversation: `room-${i % 6}` }));
      for (const one of stored) await inbox.accept(one);
      await eventually(() => attempts.length === 120);
      for (let room = 0; room < 6; room++) {
        const of = (list: readonly StoredDelivery[]) =>
          list.filter(({ conversation }) => conversation === `room-${room}`);
        expect(of(attempts.map((attempt) => attempt.delivery))).toEqual(of(stored));
      }
      expect(overlaps).toEqual([]);
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(4);
    });

    describe('dead letters', () => {
      it('keeps them with their error, oldest first, and lists as many as asked for', async () => {
        const inbox = await open();
        const stored = Array.from({ length: 3 }, () => delivery({ conversation: 'one' }));
        const { attempts } = await consume(inbox, ({ attempt }) => (attempt === 1 ? retry(1) : dead));
        for (const one of stored) await inbox.accept(one);
        await eventually(async () => (await inbox.stats()).dead === 3);
        const letters = await inbox.dead();
        expect(letters.map((letter) => letter.delivery)).toEqual(stored);
        for (const { error, attempts: made, diedAt } of letters) {
          expect([error, made]).toEqual(['never', 2]);
          expect(Math.abs(Date.now() - diedAt)).toBeLessThan(60_000);
        }
        expect(await inbox.dead({ limit: 2 })).toEqual(letters.slice(0, 2));
        expect(await isIdle(inbox)).toBe(true);
        expect(attempts).toHaveLength(6);
      });

      it('brings one back with all its attempts before it', async () => {
        const inbox = await open();
        let healed = false;
        const { attempts } = await consume(inbox, () => (healed ? done : dead));
        const one = delivery({ conversation: 'one' });
        await inbox.accept(one);
        await eventually(async () => (await inbox.stats()).dead === 1);
        healed = true;
        const [letter] = await inbox.dead();
        expect(await inbox.revive(letter?.id ?? '')).toBe(true);
        await eventually(() => attempts.length === 2);
        await eventually(() => isIdle(inbox));
        expect(attempts[1]).toMatchObject({ attempt: 1, firstFailedAt: undefined, delivery: one });
        expect(await inbox.dead()).toEqual([]);
        expect(await inbox.revive(letter?.id ?? '')).toBe(false);
        expect(await inbox.revive('no such letter')).toBe(false);
      });

      it('buries without an attempt, and hands out what is revived', async () => {
        const inbox = await open();
        const { attempts } = await consume(inbox);
        const one = delivery({ body: '{"GroupId":7}' });
        await inbox.bury(one, 'the body does not fit');
        await eventually(async () => (await inbox.stats()).dead === 1);
        const [letter] = await inbox.dead();
        expect(letter).toMatchObject({ delivery: one, error: 'the body does not fit', attempts: 0 });
        expect(attempts).toEqual([]);
        expect(await inbox.revive(letter?.id ?? '')).toBe(true);
        await eventually(() => attempts.length === 1);
      });

      it('keeps no more than maxDead, the newest', async () => {
        const inbox = await open({ maxDead: 2 });
        await consume(inbox, () => dead);
        const stored = Array.from({ length: 4 }, () => delivery({ conversation: 'one' }));
        for (const one of stored) await inbox.accept(one);
        await eventually(() => isIdle(inbox));
        await eventually(async () => (await inbox.stats()).dead === 2);
        expect((await inbox.dead()).map((letter) => letter.delivery)).toEqual(stored.slice(2));
      });
    });

    it('accepts no more than maxWaiting, and again when there is room', async () => {
      const inbox = await open({ maxWaiting: 5 });
      const accepted = [];
      for (let i = 0; i < 5; i++) accepted.push(await inbox.accept(delivery()));
      await eventually(async () => {
        const refused = await inbox.accept(delivery()).then(
          () => false,
          (error) => /full/.test(String(error)),
        );
        return refused;
      });
      await consume(inbox);
      await eventually(() => isIdle(inbox));
      await eventually(() =>
        inbox.accept(delivery()).then(
          () => true,
          () => false,
        ),
      );
    });

    describe('stopping', () => {
      it('waits for what runs, and starts nothing more', async () => {
        const inbox = await open();
        const ends: (() => void)[] = [];
        let finished = 0;
        const { attempts, consumer } = await consume(
          inbox,
          async () => {
            await new Promise<void>((resolve) => ends.push(resolve));
            finished += 1;
            return done;
          },
          2,
        );
        for (let i = 0; i < 5; i++) await inbox.accept(delivery());
        await eventually(() => attempts.length === 2);
        const stopped = consumer.stop(10_000);
        for (const end of ends) end();
        expect(await stopped).toBe(0);
        expect([attempts.length, finished, consumer.running]).toEqual([2, 2, 0]);
        await pause(50);
        expect(attempts).toHaveLength(2);
      });

      it('aborts what does not end in time, and a later consumer gets it again', async () => {
        const inbox = await open();
        let free: (next: Disposition) => void = () => {};
        const { attempts, consumer } = await consume(
          inbox,
          () => new Promise<Disposition>((resolve) => (free = resolve)),
        );
        const one = delivery({ conversation: 'one' });
        await inbox.accept(one);
        await eventually(() => attempts.length === 1);
        expect(attempts[0]?.signal.aborted).toBe(false);
        expect(await consumer.stop(30)).toBe(1);
        expect(attempts[0]?.signal.aborted).toBe(true);
        await inbox.close();
        free(retry(0)); // too late to be heard
        await inbox.open();
        const second = await consume(inbox);
        await eventually(() => second.attempts.length === 1);
        expect(second.attempts[0]?.delivery).toEqual(one);
        await eventually(() => isIdle(inbox));
      });

      it('accepts nothing once it is closed', async () => {
        const inbox = await open();
        await inbox.close();
        await expect(inbox.accept(delivery())).rejects.toThrow(/closed|open/);
      });
    });

    it('tells how much waits and runs, and for how long the oldest has', async () => {
      const inbox = await open();
      await inbox.accept(delivery());
      await pause(40);
      for (let i = 0; i < 3; i++) await inbox.accept(delivery());
      const { oldestMs, ...counts } = await inbox.stats();
      expect(counts).toEqual({ waiting: 4, running: 0, dead: 0, duplicates: 0 });
      expect(oldestMs).toBeGreaterThanOrEqual(35);
      const { attempts } = await consume(
        inbox,
        () => new Promise<Disposition>((resolve) => setTimeout(resolve, 300, done)),
        2,
      );
      await eventually(() => attempts.length === 2);
      expect(await inbox.stats()).toMatchObject({ waiting: 2, running: 2 });
      await eventually(() => isIdle(inbox));
    });

    it('remembers notes about sequences, replaces them only when nobody else has, and lists those that are due', async () => {
      const { sequences } = await open();
      expect(await sequences.read('a')).toBeUndefined();
      expect(await sequences.replace('a', undefined, '1', undefined)).toBe(true);
      expect(await sequences.replace('a', undefined, '2', undefined)).toBe(false);
      expect(await sequences.replace('a', '1', '2', 500)).toBe(true);
      expect(await sequences.replace('b', undefined, '7', 300)).toBe(true);
      expect(await sequences.replace('c', undefined, '8', 900)).toBe(true);
      expect(await sequences.read('a')).toBe('2');
      const a = { conversation: 'a', state: '2' };
      const b = { conversation: 'b', state: '7' };
      expect(await sequences.due(600, 10)).toEqual([b, a]);
      expect(await sequences.due(600, 1)).toEqual([b]);
      // What a clock that was set back since has left behind.
      expect(await sequences.due(600, 10, 800)).toEqual([b, a, { conversation: 'c', state: '8' }]);
      await sequences.replace('b', '7', '9', undefined);
      expect(await sequences.due(600, 10)).toEqual([a]);
    });
  });
}
