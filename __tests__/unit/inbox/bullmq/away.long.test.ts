import { bullmqInbox } from '../../../../src/inbox/bullmq';
import type { Inbox } from '../../../../src/inbox/inbox';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';

const done = { next: 'done' } as const;

describeWithRedis('bullmqInbox while Redis is away', () => {
  let redis: RedisServer;
  let inbox: Inbox;
  const rejections: unknown[] = [];
  const noise: jest.SpyInstance[] = [];
  const keep = (reason: unknown) => rejections.push(reason);
  beforeEach(async () => {
    redis = await startRedis();
    inbox = bullmqInbox({ connection: redis.url, lockMs: 1000 });
    process.on('unhandledRejection', keep);
    noise.push(...(['log', 'warn', 'error'] as const).map((name) => jest.spyOn(console, name)));
  });
  afterEach(async () => {
    await inbox.close();
    await redis.remove();
    await pause(20);
    process.off('unhandledRejection', keep);
    expect(rejections.splice(0)).toEqual([]);
    for (const spy of noise.splice(0)) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  const isAccepted = () =>
    inbox.accept(delivery()).then(
      () => true,
      () => false,
    );

  async function within(ms: number, action: () => Promise<unknown>): Promise<unknown> {
    const started = performance.now();
    const outcome = await action().catch((error: Error) => error.message);
    expect(performance.now() - started).toBeLessThan(ms);
    return outcome;
  }

  it('says so when it is opened, and opens when Redis is there', async () => {
    await redis.kill();
    expect(await within(3000, () => inbox.open())).toBe(
      `127.0.0.1:${redis.port}: Redis cannot be reached: connect ECONNREFUSED 127.0.0.1:${redis.port}`,
    );
    await redis.start();
    expect(await inbox.open()).toMatchObject({ durability: 'power-loss' });
    expect(await isAccepted()).toBe(true);
  });

  it('says so at once when something is to be stored, and goes on by itself when Redis is back', async () => {
    const handled: string[] = [];
    await inbox.open();
    await inbox.consume(
      async (attempt) => {
        handled.push(attempt.delivery.key);
        return done;
      },
      { concurrency: 4 },
    );
    await inbox.accept(delivery());
    await eventually(() => handled.length === 1);
    await redis.kill();
    for (let i = 0; i < 3; i++) {
      expect(await within(1000, () => inbox.accept(delivery()))).toBe(
        'Redis cannot be reached: there is no connection',
      );
    }
    expect(await within(1000, () => inbox.bury(delivery(), 'x'))).toMatch('Redis cannot be reached');
    expect(await within(1000, () => inbox.stats())).toMatch('Redis cannot be reached');
    await pause(1500); // longer than a lock
    await redis.start();
    await eventually(isAccepted);
    await eventually(() => handled.length === 2);
    expect(await inbox.stats()).toMatchObject({ dead: 0 });
  });

  it('keeps a handler’s end in mind until Redis is back', async () => {
    const made: number[] = [];
    let finish: () => void = () => {};
    await inbox.open();
    await inbox.consume(
      ({ attempt }) => {
        made.push(attempt);
        return new Promise((resolve) => {
          finish = () => resolve(done);
        });
      },
      { concurrency: 4 },
    );
    await inbox.accept(delivery({ conversation: 'c' }));
    await eventually(() => made.length === 1);
    await redis.kill();
    finish();
    await redis.start();
    await eventually(async () => {
      const { waiting, running } = await inbox.stats().catch(() => ({ waiting: 1, running: 1 }));
      return waiting + running === 0;
    });
    expect(made).toEqual([1]);
  });

  it('does not wait for a Redis that hangs', async () => {
    await inbox.open();
    process.kill(redis.pid, 'SIGSTOP');
    try {
      expect(await within(7000, () => inbox.accept(delivery()))).toBe('Redis does not answer');
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
    await eventually(isAccepted);
  }, 20_000);

  it('stops and closes in time, and opens again', async () => {
    await inbox.open();
    const consumer = await inbox.consume(() => new Promise(() => {}), { concurrency: 4 });
    await inbox.accept(delivery());
    await eventually(() => consumer.running === 1);
    await redis.kill();
    expect(await within(4000, () => consumer.stop(50))).toBe(1);
    await within(3000, () => inbox.close());
    await redis.start();
    await inbox.open();
    let attempts = 0;
    await inbox.consume(
      async () => {
        attempts += 1;
        return done;
      },
      { concurrency: 4 },
    );
    await eventually(() => attempts === 1);
  }, 20_000);

  it('loses nothing that it acknowledged when Redis is killed while it accepts', async () => {
    await inbox.open();
    const acknowledged = new Set<string>();
    let killed = false;
    const sender = async () => {
      while (!killed) {
        const one = delivery({ conversation: `c${Math.floor(Math.random() * 20)}` });
        await inbox.accept(one).then(
          () => acknowledged.add(one.key),
          () => pause(1), // a refusal comes at once, and would never let Node hear that Redis is gone
        );
      }
    };
    const senders = Array.from({ length: 32 }, sender);
    await eventually(() => acknowledged.size > 500);
    await redis.kill();
    killed = true;
    await Promise.all(senders);
    await redis.start();
    const handled = new Set<string>();
    await eventually(isAccepted);
    await inbox.consume(
      async (attempt) => {
        handled.add(attempt.delivery.key);
        return done;
      },
      { concurrency: 32 },
    );
    await eventually(() => isIdle(inbox));
    expect([...acknowledged].filter((key) => !handled.has(key))).toEqual([]);
  }, 30_000);
});
