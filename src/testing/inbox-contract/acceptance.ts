import { ok } from 'node:assert/strict';
import { delivery } from './delivery';
import { eventually, isIdle, pause } from './eventually';
import { equal, has, keysOf } from './expectations';
import { type ContractTest, consume } from './scene';

const durabilities = ['machine-loss', 'power-loss', 'process-crash', 'none', 'unknown'];

/** What is accepted, what is a duplicate, and when there is no room. */
export const acceptance: Record<string, ContractTest> = {
  async 'reports its durability, and may be opened twice'({ open }) {
    const inbox = await open();
    const { durability, notes } = await inbox.open();
    ok(durabilities.includes(durability), `durability must be one of ${durabilities.join(', ')}; got ${durability}`);
    ok(notes.every((note) => typeof note === 'string' && note.length > 0));
  },

  async 'hands out what it accepted, unchanged, and is empty afterwards'({ open }) {
    const inbox = await open();
    const odd = '\u0000 \u{1F600} 漢字 "\\ \u2028';
    const stored = [
      delivery({ body: JSON.stringify({ odd }), conversation: `c/${encodeURIComponent('ä:{}')}` }),
      delivery({ vendor: 'openim', appId: undefined, wire: 'callbackAfterSendGroupMsgCommand', expected: false }),
      delivery({ body: JSON.stringify({ long: 'x'.repeat(640_000) }) }),
    ];
    for (const one of stored) equal(await inbox.accept(one), { fresh: true });
    has(await inbox.stats(), { waiting: 3, running: 0, dead: 0, duplicates: 0 });
    const { attempts } = await consume(inbox, undefined, 1);
    await eventually(() => isIdle(inbox));
    const byKey = new Map(attempts.map((attempt) => [attempt.delivery.key, attempt]));
    for (const one of stored) {
      const attempt = byKey.get(one.key);
      equal(attempt?.delivery, one);
      equal([attempt?.attempt, attempt?.firstFailedAt], [1, undefined]);
    }
    has(await inbox.stats(), { waiting: 0, running: 0, dead: 0, oldestMs: null });
  },

  async 'hands out what is accepted while it is consumed'({ open }) {
    const inbox = await open();
    const { attempts } = await consume(inbox);
    const stored = Array.from({ length: 300 }, () => delivery());
    await Promise.all(stored.map((one) => inbox.accept(one)));
    await eventually(() => attempts.length >= 300);
    await eventually(() => isIdle(inbox));
    equal(keysOf(attempts).sort(), stored.map(({ key }) => key).sort());
  },

  async 'repeated deliveries: accepts an identified one once, even after it was handled'({ open }) {
    const inbox = await open();
    const first = delivery();
    equal(await inbox.accept(first), { fresh: true });
    equal(await inbox.accept({ ...first, operationID: 'again' }), { fresh: false });
    const { attempts } = await consume(inbox);
    await eventually(() => isIdle(inbox));
    equal(await inbox.accept(first), { fresh: false });
    await pause(50);
    equal(attempts.length, 1);
    has(await inbox.stats(), { waiting: 0, duplicates: 2 });
  },

  async 'repeated deliveries: accepts all that are not identified'({ open }) {
    const inbox = await open();
    const one = delivery({ identified: false });
    equal([await inbox.accept(one), await inbox.accept(one)], [{ fresh: true }, { fresh: true }]);
    const { attempts } = await consume(inbox);
    await eventually(() => isIdle(inbox));
    equal(keysOf(attempts), [one.key, one.key]);
  },

  async 'repeated deliveries: accepts only one of many that arrive at once'({ open }) {
    const inbox = await open();
    const { attempts } = await consume(inbox);
    const one = delivery({ conversation: 'tencent/1400000001/group/storm' });
    const accepted = await Promise.all(Array.from({ length: 100 }, () => inbox.accept(one)));
    equal(accepted.filter(({ fresh }) => fresh).length, 1);
    await eventually(() => isIdle(inbox));
    equal(attempts.length, 1);
  },

  async 'repeated deliveries: accepts it again once dedupMs has passed'({ open }) {
    const inbox = await open({ dedupMs: 100 });
    const one = delivery();
    await inbox.accept(one);
    await pause(150);
    equal(await inbox.accept(one), { fresh: true });
  },

  async "repeated deliveries: counts and accepts it with dedupe: 'observe'"({ open }) {
    const inbox = await open({ dedupe: 'observe' });
    const one = delivery();
    await inbox.accept(one);
    equal(await inbox.accept(one), { fresh: false });
    const { attempts } = await consume(inbox);
    await eventually(() => isIdle(inbox));
    equal(keysOf(attempts), [one.key, one.key]);
    equal((await inbox.stats()).duplicates, 1);
  },

  async 'accepts no more than maxWaiting, and again when there is room'({ open }) {
    const inbox = await open({ maxWaiting: 5 });
    for (let i = 0; i < 5; i++) await inbox.accept(delivery());
    await eventually(() =>
      inbox.accept(delivery()).then(
        () => false,
        (error: unknown) => /full/.test(String(error)),
      ),
    );
    await consume(inbox);
    await eventually(() => isIdle(inbox));
    await eventually(() =>
      inbox.accept(delivery()).then(
        () => true,
        () => false,
      ),
    );
  },

  async 'reports how much waits and runs, and how long the oldest has waited'({ open }) {
    const inbox = await open();
    await inbox.accept(delivery());
    await pause(40);
    for (let i = 0; i < 3; i++) await inbox.accept(delivery());
    const stats = await inbox.stats();
    has(stats, { waiting: 4, running: 0, dead: 0, duplicates: 0 });
    ok((stats.oldestMs ?? 0) >= 35, `the oldest has waited for 40 ms; got ${stats.oldestMs}`);
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { attempts } = await consume(inbox, () => ended.then(() => ({ next: 'done' }) as const), 2);
    await eventually(() => attempts.length === 2);
    has(await inbox.stats(), { waiting: 2, running: 2 });
    end();
    await eventually(() => isIdle(inbox));
  },
};
