import { DelayedError, Worker } from 'bullmq';
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { accept } from '../../../../src/inbox/bullmq/accept';
import { consumeQueue } from '../../../../src/inbox/bullmq/consume';
import type { InboxJob } from '../../../../src/inbox/bullmq/job';
import type { Lanes } from '../../../../src/inbox/bullmq/lanes';
import { bullmqSettings } from '../../../../src/inbox/bullmq/options';
import { makeServe } from '../../../../src/inbox/bullmq/serve';
import { closeStore, openStore, type RedisStore } from '../../../../src/inbox/bullmq/store';
import type { Attempt, Consumer, Inbox } from '../../../../src/inbox/inbox';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';

const done = { next: 'done' } as const;
const hour = 3_600_000;

describeWithRedis('the order of conversations in bullmqInbox', () => {
  let redis: RedisServer;
  let inbox: Inbox;
  beforeAll(async () => {
    redis = await startRedis(['--appendfsync', 'no']);
  });
  afterAll(() => redis.remove());
  beforeEach(async () => {
    await redis.client.flushall();
    inbox = bullmqInbox({ connection: redis.url });
    await inbox.open();
  });
  afterEach(() => inbox.close());

  const isEmpty = () => isIdle(inbox);
  const notes = ['pending', 'done'].map((name) => `{im-callbacks}:inbox:${name}`);
  const lanes = async () => redis.client.keys('*:lane:*');

  it('is kept in 10,000 of them, and nothing is left behind', async () => {
    const numbers = new Map<string, number[]>();
    await inbox.consume(
      async ({ delivery: { conversation = '', body } }) => {
        numbers.set(conversation, [...(numbers.get(conversation) ?? []), Number(body)]);
        return done;
      },
      { concurrency: 64 },
    );
    for (let first = 0; first < 12_000; first += 1000) {
      const some = Array.from({ length: 1000 }, (_, i) => first + i);
      await Promise.all(some.map((n) => inbox.accept(delivery({ conversation: `c${n % 10_000}`, body: `${n}` }))));
    }
    await eventually(isEmpty, 60_000);
    expect(numbers.size).toBe(10_000);
    expect(
      [...numbers.values()].filter(([a = 0, ...rest]) => rest.length > 1 || (rest[0] ?? a + 10_000) !== a + 10_000),
    ).toEqual([]);
    expect(await lanes()).toEqual([]);
    await eventually(async () => (await redis.client.exists(...notes)) === 0);
  }, 90_000);

  it('is kept with a long backlog in one, each of which is woken once', async () => {
    const some = Array.from({ length: 1000 }, (_, n) => n);
    for (const n of some) await inbox.accept(delivery({ conversation: 'one', body: `${n}` }));
    const handled: number[] = [];
    await inbox.consume(
      async ({ delivery: { body } }) => {
        handled.push(Number(body));
        return done;
      },
      { concurrency: 16 },
    );
    await eventually(isEmpty, 60_000);
    expect(handled).toEqual(some);
    // Once to find that it is not its turn, once to run.
    const activations = (await redis.client.xrange('{im-callbacks}:inbox:events', '-', '+')).filter(
      ([, [, event]]) => event === 'active',
    );
    expect(activations.length).toBeLessThanOrEqual(2000);
  }, 90_000);

  it('survives that Redis forgets the scripts', async () => {
    for (let i = 0; i < 3; i++) {
      await inbox.accept(delivery({ conversation: 'one', body: `${i}` }));
      await redis.client.script('FLUSH');
    }
    const one = delivery({ conversation: 'one', body: '3' });
    const storm = await Promise.all([1, 2, 3].map(() => inbox.accept(one)));
    expect(storm.filter(({ fresh }) => fresh)).toHaveLength(1);
    const bodies: string[] = [];
    await inbox.consume(
      async (attempt) => {
        bodies.push(attempt.delivery.body);
        return done;
      },
      { concurrency: 4 },
    );
    await eventually(isEmpty);
    expect(bodies).toEqual(['0', '1', '2', '3']);
  });

  it('goes on when a delivery is removed by hand', async () => {
    const bodies: string[] = [];
    let free: () => void = () => {};
    await inbox.consume(
      async (attempt) => {
        bodies.push(attempt.delivery.body);
        if (attempt.delivery.body === '0' && attempt.attempt === 1)
          return { next: 'retry', inMs: hour, hold: true, error: 'x' };
        await new Promise<void>((resolve) => {
          free = resolve;
        });
        return done;
      },
      { concurrency: 4 },
    );
    for (const body of ['0', '1']) await inbox.accept(delivery({ conversation: 'one', body }));
    const [lane = ''] = await lanes();
    await eventually(async () => (await redis.client.zcard('{im-callbacks}:inbox:delayed')) === 2);
    const first = (await redis.client.lindex(lane, 0)) ?? '';
    await redis.client.del(`{im-callbacks}:inbox:${first}`);
    await redis.client.zrem('{im-callbacks}:inbox:delayed', first);
    await inbox.accept(delivery({ conversation: 'one', body: '2' }));
    await eventually(() => bodies.length === 2);
    free();
    await eventually(() => bodies.length === 3);
    free();
    expect(bodies).toEqual(['0', '1', '2']);
  });

  it('puts what is revived last', async () => {
    const bodies: string[] = [];
    let [isWell, isHeld] = [false, false];
    const consume = async () => {
      await inbox.consume(
        async ({ delivery: { body } }) => {
          bodies.push(body);
          if (body === '0' && !isWell) return { next: 'dead', error: 'x' };
          while (isHeld) await pause(5);
          return done;
        },
        { concurrency: 4 },
      );
    };
    await consume();
    await inbox.accept(delivery({ conversation: 'one', body: '0' }));
    await eventually(async () => (await inbox.stats()).dead === 1);
    [isWell, isHeld] = [true, true];
    for (const body of ['1', '2']) await inbox.accept(delivery({ conversation: 'one', body }));
    await eventually(() => bodies.length === 2);
    const [letter] = await inbox.dead();
    expect(await inbox.revive(letter?.id ?? '')).toBe(true);
    isHeld = false;
    await eventually(isEmpty);
    expect(bodies).toEqual(['0', '1', '2', '0']);
  });

  describe('after a crash', () => {
    let store: RedisStore;
    let dying: Worker;
    let consumer: Consumer | undefined;
    let attempts: Attempt[];
    beforeEach(async () => {
      store = await openStore(bullmqSettings({ connection: redis.url, lockMs: 200 }));
      // Hands out jobs and never says anything of them again.
      dying = new Worker('inbox', null, {
        connection: store.redis,
        prefix: '{im-callbacks}',
        lockDuration: 100,
        autorun: false,
      });
      attempts = [];
    });
    afterEach(async () => {
      await consumer?.stop(0);
      consumer = undefined;
      await dying.close(true);
      await closeStore(store);
    });

    const take = async () => (await dying.getNextJob('token', { block: false })) as InboxJob;

    async function recover(): Promise<void> {
      consumer = await consumeQueue(
        store,
        async (attempt) => {
          attempts.push(attempt);
          return done;
        },
        { concurrency: 4 },
      );
      await eventually(isEmpty);
    }

    const bodies = () => attempts.map((attempt) => attempt.delivery.body);

    async function accepted(...all: string[]): Promise<void> {
      for (const body of all) await accept(store, delivery({ conversation: 'one', body }));
    }

    it('in the middle of a handler it is handled again, in its place, as another attempt', async () => {
      await accepted('0', '1');
      expect(await store.lanes.begin(await take())).toMatchObject({ turn: 'run' });
      await recover();
      expect(attempts.map(({ attempt, delivery: { body } }) => [attempt, body])).toEqual([
        [2, '0'],
        [1, '1'],
      ]);
    });

    it('between the end of a handler and the word to BullMQ it is not handled again', async () => {
      await accepted('0', '1');
      const first = await take();
      await store.lanes.begin(first);
      await store.lanes.leave(first, true, false);
      await recover();
      expect(bodies()).toEqual(['1']);
    });

    it('before the next one was woken that one is woken all the same', async () => {
      await accepted('0', '1', '2');
      const [first, second] = [await take(), await take()];
      await store.lanes.begin(first);
      expect(await store.lanes.begin(second)).toMatchObject({ turn: 'wait' });
      await second.moveToDelayed(Date.now() + hour, 'token');
      expect(await store.lanes.leave(first, true, false)).toBe(second.id);
      await recover();
      expect(bodies()).toEqual(['1', '2']);
    });

    it('of Redis, which took an answer with it, the same comes when it is asked again', async () => {
      await accepted('0', '1');
      const [first, second] = [await take(), await take()];
      await store.lanes.begin(first);
      expect(await store.lanes.leave(first, true, false)).toBe(second.id);
      expect(await store.lanes.leave(first, true, false)).toBe(second.id);
      // But one that stepped aside long ago wakes nobody, who may be waiting for a reason.
      expect(await store.lanes.leave(first, true, true)).toBe('');
    });

    it('of Redis, which took the answer to a delay with it, the job looks whether its turn came', async () => {
      await accepted('0', '1');
      const [first, second] = [await take(), await take()];
      await store.lanes.begin(first);
      const overtaken: Lanes = {
        ...store.lanes,
        async begin(job) {
          const turn = await store.lanes.begin(job);
          await store.lanes.leave(first, true, false);
          await job.moveToDelayed(Date.now() + hour, 'token');
          return turn;
        },
      };
      const serve = makeServe({
        lanes: overtaken,
        run: async () => done,
        worker: dying,
        errors: store.errors,
        onFault: () => {},
        insist: (action) => action(),
      });
      await expect(serve(second, 'token', new AbortController().signal)).rejects.toThrow(DelayedError);
      expect(await second.getState()).toBe('waiting');
    });

    it('a dead one whose death was not told is tried once more, and the next one is woken', async () => {
      await accepted('0', '1');
      const [first, second] = [await take(), await take()];
      await store.lanes.begin(first);
      await store.lanes.begin(second);
      await second.moveToDelayed(Date.now() + hour, 'token');
      await store.lanes.leave(first, false, false);
      await recover();
      expect(bodies()).toEqual(['1', '0']);
    });

    it('one that steps aside does not hold back the others', async () => {
      await accepted('0', '1');
      const [first, second] = [await take(), await take()];
      await store.lanes.begin(first);
      await store.lanes.begin(second);
      await second.moveToDelayed(Date.now() + hour, 'token');
      await first.updateProgress({ aside: true, firstFailedAt: 1 });
      await recover();
      expect(bodies().sort()).toEqual(['0', '1']);
      expect(attempts.find(({ delivery: { body } }) => body === '0')).toMatchObject({ attempt: 2, firstFailedAt: 1 });
    });
  });
});
