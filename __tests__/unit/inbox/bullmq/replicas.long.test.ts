/** With `replicas`, what is acknowledged is on them. */
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { waitForReplicas } from '../../../../src/inbox/bullmq/replicas';
import type { Inbox } from '../../../../src/inbox/inbox';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually } from '../../../support/inbox/deliveries';

describeWithRedis('bullmqInbox with replicas: 1', () => {
  let master: RedisServer;
  let replica: RedisServer;
  const opened: Inbox[] = [];
  beforeAll(async () => {
    master = await startRedis(['--repl-diskless-sync-delay', '0']);
    replica = await startRedis();
  });
  afterAll(async () => {
    await replica.remove();
    await master.remove();
  });
  beforeEach(async () => {
    await replica.client.replicaof('127.0.0.1', master.port);
    await eventually(isThere);
    // After a resync, a replica that knows WAITAOF rewrites its log first.
    const inbox = await open();
    await eventually(async () => (await word(inbox.open())) === 'done', 30_000);
  });
  afterEach(async () => {
    for (const inbox of opened.splice(0)) await inbox.close();
  });

  async function isThere(): Promise<boolean> {
    return /^slave0:.*state=online.*lag=[01]\b/m.test(await master.client.info('replication'));
  }

  async function open(options: object = {}): Promise<Inbox> {
    const inbox = bullmqInbox({ connection: master.url, replicas: 1, ...options });
    await inbox.open();
    opened.push(inbox);
    return inbox;
  }

  const stored = async (server: RedisServer) => server.client.zcard('{im-callbacks}:inbox:pending');
  const waits = async () => {
    const stats = await master.client.info('commandstats');
    return Number(/cmdstat_wait(?:aof)?:calls=(\d+)/.exec(stats)?.[1] ?? 0);
  };
  const word = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: Error) => error.message,
    );

  it('says that a lost machine loses nothing, and has a replica hold what it acknowledged', async () => {
    const inbox = await open();
    expect(await inbox.open()).toEqual({ durability: 'machine-loss', notes: [] });
    for (let i = 0; i < 20; i++) {
      const before = await stored(replica);
      await inbox.accept(delivery({ conversation: `c${i % 3}` }));
      expect(await stored(replica)).toBe(before + 1);
    }
    await inbox.bury(delivery(), 'x');
    const one = delivery();
    await Promise.all([inbox.accept(one), inbox.accept(one)]);
    await master.client.script('FLUSH');
    await inbox.accept(delivery());
    expect(await replica.client.keys('{im-callbacks}:inbox:d0*')).toHaveLength(23);
  });

  it('waits once for many', async () => {
    const inbox = await open();
    const before = await waits();
    await Promise.all(Array.from({ length: 200 }, () => inbox.accept(delivery())));
    const count = (await waits()) - before;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(100);
  });

  it('acknowledges nothing that a replica has not, and after a moment does not store it either', async () => {
    const inbox = await open();
    await inbox.accept(delivery());
    process.kill(replica.pid, 'SIGSTOP');
    try {
      expect(await word(inbox.accept(delivery()))).toMatch(
        '0 of the 1 replicas that are waited for (option replicas) have it',
      );
      await eventually(async () => /^Redis has 0 of the 1 replicas/.test(await word(inbox.accept(delivery()))), 20_000);
      const before = await stored(master);
      expect(await word(inbox.accept(delivery()))).toMatch(/^Redis has 0 of the 1 replicas/);
      expect(await stored(master)).toBe(before);
      expect(await word(inbox.open())).toMatch(/replicas/);
    } finally {
      process.kill(replica.pid, 'SIGCONT');
    }
    await eventually(async () => (await word(inbox.accept(delivery()))) === 'done');
    await eventually(async () => (await word(inbox.open())) === 'done');
  }, 60_000);

  it("with 'connected' it waits for the replica that is there, and refuses for a while where that has gone", async () => {
    const inbox = await open({ replicas: 'connected' });
    expect(await inbox.open()).toEqual({ durability: 'power-loss', notes: [] });
    const before = await stored(replica);
    await inbox.accept(delivery());
    expect(await stored(replica)).toBe(before + 1);

    await replica.client.replicaof('NO', 'ONE'); // as where it takes over: the old master is told later
    expect(await word(inbox.accept(delivery()))).toMatch(/0 of the 1 replicas that are waited for/);
    await eventually(async () => /^Redis has 0 of the 1 replicas/.test(await word(inbox.open())), 10_000);
    // By then Sentinels have replaced a master that they replace: this one stays, and goes on alone.
    await eventually(async () => (await word(inbox.accept(delivery()))) === 'done', 30_000);
  }, 60_000);

  it("with 'connected' it accepts at once where there has been none", async () => {
    await replica.client.replicaof('NO', 'ONE');
    await eventually(async () => !(await isThere()));
    const inbox = await open({ replicas: 'connected' });
    await inbox.accept(delivery());
    expect((await inbox.open()).notes).toEqual([]);
  });

  it('lets a worker in where there is none', async () => {
    await replica.client.replicaof('NO', 'ONE');
    const inbox = await open();
    const handled: string[] = [];
    await master.client.flushall();
    await (await open({ replicas: 0 })).accept(delivery({ body: '1' }));
    const run = async ({ delivery: { body } }: { delivery: { body: string } }) => {
      handled.push(body);
      return { next: 'done' } as const;
    };
    await inbox.consume(run, { concurrency: 1 });
    await eventually(() => handled.length === 1);
    expect(await word(inbox.open())).toMatch(/^Redis has 0 of the 1 replicas/);
  });

  it('takes no answer of a new connection for that of the one on which it was stored', async () => {
    // With a queue, unlike that of an inbox, so that it is sent as soon as there is a connection again.
    const redis = master.client.duplicate({ maxRetriesPerRequest: 0, enableOfflineQueue: true });
    redis.on('error', () => {});
    process.kill(replica.pid, 'SIGSTOP');
    try {
      const onReplicas = waitForReplicas(redis, () => 1, '7.0.0', 30_000);
      await redis.set('x', '1');
      const first = word(onReplicas());
      await eventually(async () => (await idOfWaiting()) !== undefined);
      const second = word(onReplicas());
      await master.client.client('KILL', 'TYPE', 'normal', 'ID', String(await idOfWaiting()));
      expect(await first).toMatch('Redis cannot be reached');
      expect(await second).toMatch('the connection was lost before the replicas had it');
    } finally {
      process.kill(replica.pid, 'SIGCONT');
      redis.disconnect();
    }
  });

  async function idOfWaiting(): Promise<string | undefined> {
    const line = String(await master.client.client('LIST'))
      .split('\n')
      .find((one) => / flags=b .* cmd=wait /.test(one));
    return /^id=(\d+)/.exec(line ?? '')?.[1];
  }
});
