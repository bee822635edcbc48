import { ok } from 'node:assert/strict';
import { delivery } from './delivery';
import { eventually, isIdle } from './eventually';
import { equal, has } from './expectations';
import { type ContractTest, consume, dead, done, retry } from './scene';

/** What is buried, listed, revived and removed. */
export const deadLetters: Record<string, ContractTest> = {
  async 'dead letters: keeps them with their error, oldest first, and lists as many as asked for'({ open }) {
    const inbox = await open();
    const stored = Array.from({ length: 3 }, () => delivery({ conversation: 'one' }));
    const { attempts } = await consume(inbox, ({ attempt }) => (attempt === 1 ? retry(1) : dead));
    for (const one of stored) await inbox.accept(one);
    await eventually(async () => (await inbox.stats()).dead === 3);
    const letters = await inbox.dead();
    equal(
      letters.map((letter) => letter.delivery),
      stored,
    );
    for (const { error, attempts: made, diedAt } of letters) {
      equal([error, made], ['never', 2]);
      ok(Math.abs(Date.now() - diedAt) < 60_000, 'diedAt must be Unix milliseconds');
    }
    equal(await inbox.dead({ limit: 2 }), letters.slice(0, 2));
    ok(await isIdle(inbox));
    equal(attempts.length, 6);
  },

  async 'dead letters: revives one with its attempt counter reset'({ open }) {
    const inbox = await open();
    let healed = false;
    const { attempts } = await consume(inbox, () => (healed ? done : dead));
    const one = delivery({ conversation: 'one' });
    await inbox.accept(one);
    await eventually(async () => (await inbox.stats()).dead === 1);
    healed = true;
    const [letter] = await inbox.dead();
    ok(await inbox.revive(letter?.id ?? ''));
    await eventually(() => attempts.length === 2);
    await eventually(() => isIdle(inbox));
    equal([attempts[1]?.attempt, attempts[1]?.firstFailedAt], [1, undefined]);
    equal(attempts[1]?.delivery, one);
    equal(await inbox.dead(), []);
    equal([await inbox.revive(letter?.id ?? ''), await inbox.revive('no such letter')], [false, false]);
  },

  async 'dead letters: buries without an attempt, and hands out what is revived'({ open }) {
    const inbox = await open();
    const { attempts } = await consume(inbox);
    const one = delivery({ body: '{"GroupId":7}' });
    await inbox.bury(one, 'the body does not fit');
    await eventually(async () => (await inbox.stats()).dead === 1);
    const [letter] = await inbox.dead();
    has(letter, { delivery: one, error: 'the body does not fit', attempts: 0 });
    equal(attempts, []);
    ok(await inbox.revive(letter?.id ?? ''));
    await eventually(() => attempts.length === 1);
  },

  async 'dead letters: keeps no more than maxDead, the newest'({ open }) {
    const inbox = await open({ maxDead: 2 });
    await consume(inbox, () => dead);
    const stored = Array.from({ length: 4 }, () => delivery({ conversation: 'one' }));
    for (const one of stored) await inbox.accept(one);
    await eventually(() => isIdle(inbox));
    await eventually(async () => (await inbox.stats()).dead === 2);
    equal(
      (await inbox.dead()).map((letter) => letter.delivery),
      stored.slice(2),
    );
  },
};
