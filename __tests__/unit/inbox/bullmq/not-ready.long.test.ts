/** What cannot store is not called ready: it says why, for as long as it lasts. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imCallbacks, startWorker } from '../../../../src';
import { bullmqInbox, inspectBullmqInbox } from '../../../../src/inbox/bullmq';
import type { Inbox } from '../../../../src/inbox/inbox';
import { startCluster } from '../../../support/inbox/bullmq/cluster';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually } from '../../../support/inbox/deliveries';

const opened: Inbox[] = [];
function inboxAt(url: string, options: object = {}): Inbox {
  const inbox = bullmqInbox({ connection: url, lockMs: 1000, ...options });
  opened.push(inbox);
  return inbox;
}

/** `ready`, or why it is not. */
const word = (opening: Promise<unknown>) =>
  opening.then(
    () => 'ready',
    (error: Error) => error.message,
  );

describeWithRedis('a Redis that would store nothing', () => {
  let redis: RedisServer;
  let replica: RedisServer;
  beforeAll(async () => {
    [redis, replica] = [await startRedis(), await startRedis()];
    await redis.client.acl('SETUSER', 'im', 'on', '>word', '~*', '&*', '+@all');
  });
  afterAll(async () => {
    await redis.remove();
    await replica.remove();
  });
  afterEach(async () => {
    for (const inbox of opened.splice(0)) await inbox.close();
  });

  async function failSaves(): Promise<void> {
    const [, dir = ''] = (await redis.client.config('GET', 'dir')) as string[];
    // What is to be replaced is a folder, with something in it.
    mkdirSync(join(dir, 'dump.rdb'));
    writeFileSync(join(dir, 'dump.rdb', 'x'), '');
    await redis.client.config('SET', 'save', '3600 1000000');
    await redis.client.bgsave();
    await eventually(async () => /rdb_last_bgsave_status:err/.test(await redis.client.info('persistence')));
  }

  async function mendSaves(): Promise<void> {
    const [, dir = ''] = (await redis.client.config('GET', 'dir')) as string[];
    rmSync(join(dir, 'dump.rdb'), { recursive: true });
    await redis.client.bgsave();
    await eventually(async () => /rdb_last_bgsave_status:ok/.test(await redis.client.info('persistence')));
    await redis.client.config('SET', 'save', '');
  }

  const set = (name: string, value: string) => redis.client.config('SET', name, value);

  it.each([
    [
      'whose memory is full',
      () => set('maxmemory', '1mb'),
      () => set('maxmemory', '0'),
      /memory of Redis is full.*OOM/,
    ],
    [
      'with too few replicas for its own setting',
      () => set('min-replicas-to-write', '1'),
      () => set('min-replicas-to-write', '0'),
      /fewer replicas than its min-replicas-to-write.*NOREPLICAS/,
    ],
    ['that cannot save to its disk', failSaves, mendSaves, /cannot save to its disk.*MISCONF/],
    [
      'that has become a replica',
      () => redis.client.replicaof('127.0.0.1', replica.port),
      () => redis.client.replicaof('NO', 'ONE'),
      /is a (read-only )?replica/,
    ],
    [
      'whose user has lost a right',
      () => redis.client.acl('SETUSER', 'im', '-zadd'),
      () => redis.client.acl('SETUSER', 'im', '+zadd'),
      /lacks a right that docs\/reliability.md lists.*\[ZADD\]/,
    ],
    [
      'whose user may not use the keys',
      () => redis.client.acl('SETUSER', 'im', 'resetkeys', '~other*'),
      () => redis.client.acl('SETUSER', 'im', '~*'),
      /lacks a right.*NOPERM/,
    ],
  ])(
    '%s: it does not open; one that is open is not ready until it is well, and stores nothing',
    async (_, harm, mend, why) => {
      const url = `redis://im:word@127.0.0.1:${redis.port}`;
      const before = inboxAt(url);
      const callbacks = imCallbacks({ tencent: { sdkAppId: 1400000001 }, inbox: inboxAt(url), worker: false });
      const worker = startWorker({ inbox: inboxAt(url) });
      const ready = () => Promise.all([before.open(), callbacks.ready(), worker.ready()].map(word));
      await eventually(async () => (await ready()).every((one) => one === 'ready'));
      await harm();
      try {
        expect(await word(inboxAt(url).open())).toMatch(why);
        for (const one of await ready()) expect(one).toMatch(why);
        expect(await word(before.accept(delivery()))).not.toBe('ready');
      } finally {
        await mend();
      }
      await eventually(async () => (await ready()).every((one) => one === 'ready'));
      expect(await word(before.accept(delivery()))).toBe('ready');
      await callbacks.drain({ timeoutMs: 100 });
      await worker.drain({ timeoutMs: 100 });
    },
    60_000,
  );

  it('is a replica that takes writes: it forgets them', async () => {
    await replica.client.replicaof('127.0.0.1', redis.port);
    await replica.client.config('SET', 'replica-read-only', 'no');
    expect(await word(inboxAt(replica.url).open())).toMatch('this Redis is a replica');
    await replica.client.replicaof('NO', 'ONE');
  });

  it('since as many wait as may: it opens for a worker, and is not ready to store', async () => {
    const inbox = inboxAt(redis.url, { queue: 'small', maxWaiting: 1 });
    await inbox.open();
    await inbox.accept(delivery());
    expect(await word(inbox.open())).toBe('the inbox is full: 1 deliveries wait');
    expect(await word(inboxAt(redis.url, { queue: 'small', maxWaiting: 1 }).open())).toBe('ready');
  });

  it('can still be looked into', async () => {
    await redis.client.config('SET', 'maxmemory', '1mb');
    const inspection = await inspectBullmqInbox({ connection: redis.url });
    expect(await inspection.stats()).toMatchObject({ dead: 0 });
    expect(await inspection.dead()).toEqual([]);
    expect(await inspection.revive('x')).toBe(false);
    await inspection.close();
    await redis.client.config('SET', 'maxmemory', '0');
  });
});

describeWithRedis('a node of a Redis Cluster', () => {
  afterEach(async () => {
    for (const inbox of opened.splice(0)) await inbox.close();
  });

  it('does where it holds the keys, and says which one does where it does not, also after a failover', async () => {
    const { holder, replica, other, remove } = await startCluster();
    try {
      const inbox = inboxAt(holder.url);
      expect(await inbox.open()).toMatchObject({ durability: 'process-crash' }); // it has a replica, which nobody waits for
      const waiting = inboxAt(holder.url, { replicas: 1 });
      await waiting.open();
      expect(await waiting.open()).toEqual({ durability: 'machine-loss', notes: [] });
      const handled: string[] = [];
      const run = async ({ delivery: { body } }: { delivery: { body: string } }) => {
        handled.push(body);
        return { next: 'done' } as const;
      };
      await inbox.consume(run, { concurrency: 4 });
      for (const body of ['1', '2', '3']) await waiting.accept(delivery({ conversation: 'one', body }));
      await eventually(() => handled.length === 3);
      const elsewhere =
        /does not hold the keys of the inbox: connect to the one that it names.*MOVED \d+ 127\.0\.0\.1:/;
      expect(await word(inboxAt(other.url).open())).toMatch(elsewhere);
      await eventually(async () => (await replica.client.call('CLUSTER', 'FAILOVER').catch(() => '')) === 'OK');
      await eventually(async () => /role:slave/.test(await holder.client.info('replication')));
      expect(await word(inbox.open())).toMatch(elsewhere);
      expect(await word(inbox.accept(delivery()))).toMatch(elsewhere);
      expect(await word(inboxAt(replica.url).open())).toBe('ready');
    } finally {
      await remove();
    }
  }, 60_000);
});
