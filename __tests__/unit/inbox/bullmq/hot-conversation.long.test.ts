/** Thousands that wait in one conversation neither hold up others nor stand still themselves. */
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import type { Inbox } from '../../../../src/inbox/inbox';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';

const done = { next: 'done' } as const;
const many = 10_000;
const hour = 3_600_000;
const key = (name: string) => `{im-callbacks}:inbox:${name}`;

describeWithRedis('a hot conversation in bullmqInbox', () => {
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

  async function acceptMany(): Promise<void> {
    let next = 0;
    const sender = async () => {
      while (next < many) await inbox.accept(delivery({ conversation: 'hot', body: `${next++}` }));
    };
    await Promise.all(Array.from({ length: 32 }, sender));
  }

  it('sleeps but for the first few, so that a worker that starts finds the others at once', async () => {
    await acceptMany();
    await inbox.accept(delivery({ conversation: 'calm', body: 'calm' }));
    expect(await redis.client.llen(key('wait'))).toBeLessThan(100);
    // Longer than workers are away: else all of them would be awake when they come back.
    const [, soonest = '0'] = await redis.client.zrange(key('delayed'), 0, 0, 'WITHSCORES');
    expect(Number(soonest) / 4096).toBeGreaterThan(Date.now() + 12 * hour);
    const handled: string[] = [];
    await inbox.consume(
      async ({ delivery: { body } }) => {
        handled.push(body);
        return done;
      },
      { concurrency: 16 },
    );
    await eventually(() => handled.includes('calm'), 60_000);
    const before = handled.indexOf('calm');
    expect(before).toBeLessThan(500);
    await eventually(() => handled.length > before + 500, 60_000);
    const hot = handled.filter((body) => body !== 'calm').map(Number);
    // What came over 32 connections at once was accepted in some order, which is kept.
    expect(hot.filter((number, i) => i > 0 && number < (hot[i - 1] ?? 0) - 32)).toEqual([]);
  }, 180_000);

  it('is found by a process that does not know of it, and is forgotten when it has come to its end', async () => {
    const handled: string[] = [];
    for (let i = 0; i < 4; i++) await inbox.accept(delivery({ conversation: 'hot', body: `${i}` }));
    await inbox.close();
    await inbox.open();
    for (let i = 4; i < 8; i++) await inbox.accept(delivery({ conversation: 'hot', body: `${i}` }));
    expect(await redis.client.llen(key('wait'))).toBe(3); // the first two, and the first that the second process has stored
    await inbox.consume(
      async ({ delivery: { body } }) => {
        handled.push(body);
        return done;
      },
      { concurrency: 4 },
    );
    await eventually(() => isIdle(inbox));
    for (let i = 8; i < 12; i++) {
      await inbox.accept(delivery({ conversation: 'hot', body: `${i}` }));
      await eventually(() => handled.length === i + 1);
    }
    expect(handled.map(Number)).toEqual(Array.from({ length: 12 }, (_, i) => i));
  });

  it.each([
    [
      'was removed by hand',
      async (id: string) => [await redis.client.del(key(id)), await redis.client.lrem(key('wait'), 0, id)],
    ],
    [
      'is dead',
      async (id: string) => [
        await redis.client.lrem(key('wait'), 0, id),
        await redis.client.zadd(key('failed'), 1, id),
      ],
    ],
  ])(
    'goes on when the one before %s, though nothing comes in any more',
    async (_, harm) => {
      for (let i = 0; i < 4; i++) await inbox.accept(delivery({ conversation: 'hot', body: `${i}` }));
      const [lane = ''] = await redis.client.keys('*:lane:*');
      const [first = '', second = ''] = await redis.client.lrange(lane, 0, 1);
      await harm(first);
      await harm(second);
      const handled: string[] = [];
      await inbox.consume(
        async ({ delivery: { body } }) => {
          handled.push(body);
          return done;
        },
        { concurrency: 4 },
      );
      await eventually(() => handled.length === 2, 40_000);
      expect(handled).toEqual(['2', '3']);
    },
    60_000,
  );

  it('goes on after a failover that took back what was done, and handles nothing twice', async () => {
    for (let i = 0; i < 5; i++) await inbox.accept(delivery({ conversation: 'hot', body: `${i}` }));
    const [lane = ''] = await redis.client.keys('*:lane:*');
    const ids = await redis.client.lrange(lane, 0, -1);
    expect(await redis.client.zcard(key('delayed'))).toBe(3);
    // Handled from the Redis of before, and asleep in that of now; and one that was to be a dead letter.
    await redis.client.zadd(key('done'), Date.now(), ids[2] ?? '');
    await redis.client.lrem(lane, 1, ids[2] ?? '');
    await redis.client.lrem(lane, 1, ids[3] ?? '');
    const handled: string[] = [];
    await inbox.consume(
      async ({ delivery: { body } }) => {
        handled.push(body);
        return done;
      },
      { concurrency: 4 },
    );
    await eventually(() => isIdle(inbox), 40_000);
    expect(handled).toEqual(['0', '1', '4', '3']);
  }, 60_000);

  it('is not woken before its time while the first waits for its next attempt', async () => {
    const attempts: string[] = [];
    await inbox.consume(
      async ({ delivery: { body } }) => {
        attempts.push(body);
        return { next: 'retry', inMs: hour, hold: true, error: 'x' };
      },
      { concurrency: 4 },
    );
    for (let i = 0; i < 4; i++) await inbox.accept(delivery({ conversation: 'hot', body: `${i}` }));
    await eventually(async () => (await redis.client.zcard(key('delayed'))) === 4);
    const looks = async () => Number(/cmdstat_zrange:calls=(\d+)/.exec(await redis.client.info('commandstats'))?.[1]);
    const before = await looks();
    await eventually(async () => (await looks()) > before + 3, 60_000);
    await eventually(async () => (await inbox.stats()).running === 0);
    expect(attempts).toEqual(['0']);
  }, 90_000);
});
