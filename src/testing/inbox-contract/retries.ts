import { ok } from 'node:assert/strict';
import { delivery } from './delivery';
import { eventually, isIdle } from './eventually';
import { equal, keysOf } from './expectations';
import { type ContractTest, consume, done, retry } from './scene';

/** What happens to a delivery that is to be retried, and to those behind it. */
export const retries: Record<string, ContractTest> = {
  async 'retries: hands out again when it is due, with the number of the attempt'({ open }) {
    const inbox = await open();
    const times: number[] = [];
    const { attempts } = await consume(inbox, ({ attempt }) => {
      times.push(performance.now());
      return attempt < 3 ? retry(60) : done;
    });
    await inbox.accept(delivery());
    await eventually(() => isIdle(inbox));
    equal(
      attempts.map(({ attempt }) => attempt),
      [1, 2, 3],
    );
    const [first, second, third] = attempts.map(({ firstFailedAt }) => firstFailedAt);
    equal([first, typeof second], [undefined, 'number']);
    equal(third, second);
    // Timers may fire a millisecond early, but never without any wait.
    for (const i of [1, 2]) ok((times[i] ?? 0) - (times[i - 1] ?? 0) > 50, 'it must not be retried before it is due');
  },

  async 'retries: holds back the conversation of a failing one, and no other'({ open }) {
    const inbox = await open();
    const [a1, a2] = [delivery({ conversation: 'a' }), delivery({ conversation: 'a' })];
    const b1 = delivery({ conversation: 'b' });
    const { attempts } = await consume(inbox, ({ delivery: { key }, attempt }) =>
      key === a1.key && attempt < 3 ? retry(100) : done,
    );
    for (const one of [a1, a2, b1]) await inbox.accept(one);
    await eventually(() => isIdle(inbox));
    const keys = keysOf(attempts);
    equal(
      keys.filter((key) => key !== b1.key),
      [a1.key, a1.key, a1.key, a2.key],
    );
    ok(keys.indexOf(b1.key) < keys.indexOf(a2.key), 'the other conversation must not wait');
  },

  async 'retries: continues the conversation when a failing delivery steps aside'({ open }) {
    const inbox = await open();
    const a1 = delivery({ conversation: 'a' });
    const [a2, a3] = [delivery({ conversation: 'a' }), delivery({ conversation: 'a' })];
    const { attempts } = await consume(inbox, ({ delivery: { key }, attempt }) =>
      key === a1.key && attempt === 1 ? retry(1500, false) : done,
    );
    for (const one of [a1, a2, a3]) await inbox.accept(one);
    await eventually(() => isIdle(inbox));
    equal(keysOf(attempts), [a1.key, a2.key, a3.key, a1.key]);
  },

  async 'retries: does not let many failing ones keep others from being handled'({ open }) {
    const inbox = await open();
    const poison = Array.from({ length: 30 }, () => delivery());
    const keys = new Set(poison.map(({ key }) => key));
    const { attempts } = await consume(inbox, ({ delivery: { key } }) => (keys.has(key) ? retry(60_000) : done), 4);
    await Promise.all(poison.map((one) => inbox.accept(one)));
    const good = delivery();
    await inbox.accept(good);
    await eventually(() => keysOf(attempts).includes(good.key));
    // The delay of earlier ones may not be stored yet.
    await eventually(async () => (await inbox.stats()).waiting === 30);
  },
};
