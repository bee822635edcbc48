import { Queue } from 'bullmq';
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { bullmqSequences } from '../../../../src/inbox/bullmq/sequences';
import type { Disposition, Inbox } from '../../../../src/inbox/inbox';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, pause } from '../../../support/inbox/deliveries';

describeWithRedis('what bullmqInbox keeps', () => {
  let redis: RedisServer;
  const opened: Inbox[] = [];
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());
  beforeEach(() => redis.client.flushall());
  afterEach(async () => {
    for (const inbox of opened.splice(0)) await inbox.close();
  });

  async function open(options: object = {}): Promise<Inbox> {
    const inbox = bullmqInbox({ connection: redis.url, ...options });
    await inbox.open();
    opened.push(inbox);
    return inbox;
  }

  const consume = (inbox: Inbox, answer: (attempt: { attempt: number }) => Disposition) =>
    inbox.consume(async (attempt) => answer(attempt), { concurrency: 4 });
  const dead = async (inbox: Inbox) => (await inbox.stats()).dead;

  it('is seen, and revived, from another inbox on the same Redis', async () => {
    const [web, worker, tool] = [await open(), await open(), await open()];
    const attempts: number[] = [];
    let isWell = false;
    await consume(worker, ({ attempt }) => {
      attempts.push(attempt);
      if (isWell) return { next: 'done' };
      return attempt < 3 ? { next: 'retry', inMs: 1, hold: true, error: 'not yet' } : { next: 'dead', error: 'never' };
    });
    const one = delivery({ conversation: 'one' });
    await web.accept(one);
    await eventually(async () => (await dead(tool)) === 1);
    const [letter] = await tool.dead();
    expect(letter).toMatchObject({ delivery: one, error: 'never', attempts: 3 });
    isWell = true;
    const both = await Promise.all([tool.revive(letter?.id ?? ''), web.revive(letter?.id ?? '')]);
    expect(both.sort()).toEqual([false, true]);
    await eventually(() => attempts.length === 4);
    expect(attempts).toEqual([1, 2, 3, 1]);
    expect(await tool.dead()).toEqual([]);
    // A handled one is gone, body and all.
    await eventually(async () => (await redis.client.keys('*:d0*')).length === 0);
  });

  it('is a failed job to the tools of BullMQ', async () => {
    const inbox = await open();
    await consume(inbox, () => ({ next: 'dead', error: 'never' }));
    const one = delivery();
    await inbox.accept(one);
    await eventually(async () => (await dead(inbox)) === 1);
    const queue = new Queue('inbox', { connection: { port: redis.port }, prefix: '{im-callbacks}' });
    const [job] = await queue.getFailed();
    expect(job).toMatchObject({ name: one.wire, failedReason: 'never', data: { delivery: { key: one.key } } });
    expect(job?.stacktrace).toEqual([]);
    await queue.close();
  });

  it('goes after deadRetentionMs', async () => {
    const inbox = await open({ deadRetentionMs: 1000 });
    await consume(inbox, () => ({ next: 'dead', error: 'never' }));
    await inbox.accept(delivery());
    await eventually(async () => (await dead(inbox)) === 1);
    expect(await inbox.dead()).toHaveLength(1);
    await eventually(async () => (await dead(inbox)) === 0);
    expect(await inbox.dead()).toEqual([]);
  });

  it('goes when a worker starts that finds it too old', async () => {
    const hour = 3_600_000;
    const first = await open();
    await consume(first, () => ({ next: 'dead', error: 'never' }));
    for (let n = 0; n < 2; n++) await first.accept(delivery());
    await eventually(async () => (await dead(first)) === 2);
    await first.close();
    const onlooker = await open();
    const [old, young] = await onlooker.dead();
    // BullMQ keeps the time in the job and in the order of the failed ones; the workers' timer is an hour away.
    const diedAt = Date.now() - 2 * hour;
    await redis.client.hset(`{im-callbacks}:inbox:${old?.id}`, 'finishedOn', diedAt);
    await redis.client.zadd('{im-callbacks}:inbox:failed', diedAt, old?.id ?? '');
    await consume(await open({ deadRetentionMs: hour }), () => ({ next: 'done' }));
    await eventually(async () => (await dead(onlooker)) === 1);
    expect((await onlooker.dead()).map(({ id }) => id)).toEqual([young?.id]);
  });

  it('stays whatever deadRetentionMs somebody has who only looks', async () => {
    const [worker, onlooker] = [await open(), await open({ deadRetentionMs: 1000, maxDead: 0 })];
    await consume(worker, () => ({ next: 'dead', error: 'never' }));
    await onlooker.accept(delivery());
    await eventually(async () => (await dead(worker)) === 1);
    await pause(1100);
    expect(await onlooker.dead()).toHaveLength(1);
    expect(await dead(worker)).toBe(1);
  });

  it('is nothing with maxDead 0', async () => {
    const inbox = await open({ maxDead: 0 });
    await consume(inbox, () => ({ next: 'dead', error: 'never' }));
    await inbox.accept(delivery());
    await eventually(async () => (await inbox.stats()).oldestMs === null);
    expect(await dead(inbox)).toBe(0);
  });

  it('is another store under another name', async () => {
    const [a, b] = [await open({ queue: 'a' }), await open({ queue: 'b' })];
    const one = delivery();
    expect(await a.accept(one)).toEqual({ fresh: true });
    expect(await b.accept(one)).toEqual({ fresh: true });
    expect(await a.stats()).toMatchObject({ waiting: 1 });
    const keys = await redis.client.keys('*');
    expect(keys.filter((key) => !key.startsWith('{im-callbacks}:'))).toEqual([]);
  });

  it('is at most a bounded number of notes on sequences', async () => {
    const notes = bullmqSequences(() => ({ redis: redis.client, queue: { toKey: (name) => `x:${name}` } }), 3);
    for (const name of ['a', 'b', 'c']) {
      expect(await notes.replace(name, undefined, '1', 10)).toBe(true);
      await pause(2);
    }
    await notes.replace('a', '1', '2', 10);
    expect(await notes.replace('d', undefined, '1', 10)).toBe(true);
    expect(await notes.read('b')).toBeUndefined();
    expect((await notes.due(100, 10)).map(({ conversation }) => conversation)).toEqual(['a', 'c', 'd']);
  });
});
