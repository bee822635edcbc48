/** A Redis that says nothing, and one that says no. */
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import type { Inbox, InboxFault } from '../../../../src/inbox/inbox';
import { proxyTo, type SilentProxy } from '../../../support/inbox/bullmq/proxy';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';

const done = { next: 'done' } as const;

describeWithRedis('bullmqInbox on a Redis that gives no answer', () => {
  let redis: RedisServer;
  const opened: Inbox[] = [];
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const inbox of opened.splice(0)) await inbox.close();
    await redis.remove();
  });

  async function open(url: string): Promise<Inbox> {
    const inbox = bullmqInbox({ connection: url, lockMs: 1000 });
    await inbox.open();
    opened.push(inbox);
    return inbox;
  }

  async function consume(inbox: Inbox): Promise<{ handled: string[]; faults: InboxFault[] }> {
    const [handled, faults]: [string[], InboxFault[]] = [[], []];
    const run = async (attempt: { delivery: { key: string } }) => {
      handled.push(attempt.delivery.key);
      return done;
    };
    await inbox.consume(run, { concurrency: 4, onFault: (fault) => faults.push(fault) });
    return { handled, faults };
  }

  const isAccepted = (inbox: Inbox, one = delivery()) =>
    inbox.accept(one).then(
      () => true,
      () => false,
    );

  describe('because its connections are dead', () => {
    let proxy: SilentProxy;
    beforeEach(async () => {
      proxy = await proxyTo(redis.port);
    });
    afterEach(() => proxy.close());

    it('leaves them within some three seconds, where it accepts and where it works', async () => {
      const [web, worker] = [await open(proxy.url), await open(proxy.url)];
      const { handled } = await consume(worker);
      await web.accept(delivery());
      await eventually(() => handled.length === 1);
      proxy.swallow();
      const started = performance.now();
      expect(await isAccepted(web)).toBe(false);
      await eventually(() => isAccepted(web));
      const webMs = performance.now() - started;
      await eventually(() => handled.length > 1);
      const workerMs = performance.now() - started;
      expect(webMs).toBeLessThan(5000);
      expect(workerMs).toBeLessThan(6000);
    });

    it('does not do so where there is merely nothing to do', async () => {
      const worker = await open(proxy.url);
      const { handled, faults } = await consume(worker);
      // One that waits for its next attempt, for which BullMQ would ask for ten seconds at a time.
      const before = await redis.client.client('LIST');
      await pause(6000);
      const after = await redis.client.client('LIST');
      const ids = (list: unknown) => [...String(list).matchAll(/^id=(\d+) /gm)].map(([, id]) => id);
      expect(ids(after)).toEqual(ids(before));
      expect([handled, faults]).toEqual([[], []]);
    });
  });

  it('because it is stopped: both go on when it goes on', async () => {
    const inbox = await open(redis.url);
    const { handled } = await consume(inbox);
    process.kill(redis.pid, 'SIGSTOP');
    const refused = isAccepted(inbox);
    await pause(4000);
    process.kill(redis.pid, 'SIGCONT');
    expect(await refused).toBe(false);
    await eventually(() => isAccepted(inbox));
    await eventually(() => handled.length > 0);
    await eventually(() => isIdle(inbox));
  });

  it('because it is away for long: the worker says so, once a minute at most', async () => {
    const inbox = await open(redis.url);
    const { faults } = await consume(inbox);
    await redis.kill();
    await eventually(() => faults.length > 0, 14_000);
    expect(faults).toMatchObject([{ fault: 'stalled', message: expect.stringContaining('Redis cannot be reached') }]);
  });

  describe('but refuses', () => {
    it('the worker, for its memory is full: it says so, and accepting leaves it room to be worked empty', async () => {
      const web = await open(redis.url);
      const body = JSON.stringify({ long: 'x'.repeat(10_000) });
      const used = Number(/used_memory:(\d+)/.exec(await redis.client.info('memory'))?.[1]);
      await redis.client.config('SET', 'maxmemory', String(used + 12_000_000));
      await pause(1100);
      let refusal = '';
      for (let i = 0; refusal === '' && i < 5000; i++)
        await web.accept(delivery({ body, conversation: `c${i % 9}` })).catch((error) => (refusal = error.message));
      await eventually(async () => {
        const said = await web.accept(delivery({ body })).catch((error: Error) => error.message);
        return /^the memory of Redis is nearly full: \d+ % of its maxmemory are used/.test(String(said));
      });
      const worker = await open(redis.url);
      await redis.client.config('SET', 'maxmemory', String(1_000_000));
      const { handled, faults } = await consume(worker);
      await eventually(() => faults.length > 0);
      expect(faults[0]).toMatchObject({
        fault: 'stalled',
        message: expect.stringContaining('memory of Redis is full'),
      });
      await redis.client.config('SET', 'maxmemory', '0');
      await eventually(() => isIdle(web), 60_000); // a thousand deliveries of 10 KB, whatever else the machine does
      expect(handled.length).toBeGreaterThan(100);
    }, 120_000);

    it('for it has become a replica, and stays one: the worker says so', async () => {
      const { faults } = await consume(await open(redis.url));
      await redis.client.replicaof('127.0.0.1', 1); // where there is none
      await eventually(() => faults.length > 0, 40_000);
      expect(faults[0]?.message).toMatch(/cannot go on: this Redis is a read-only replica: connect to its master/);
    }, 60_000);

    it('the worker, for the user lacks a right: it says which', async () => {
      await redis.client.acl('SETUSER', 'half', 'on', '>word', '~*', '&*', '+@all');
      const { faults } = await consume(await open(`redis://half:word@127.0.0.1:${redis.port}`));
      await redis.client.acl('SETUSER', 'half', '-set');
      const web = await open(redis.url);
      await web.accept(delivery());
      await eventually(() => faults.length > 0);
      expect(faults[0]?.message).toMatch(/cannot go on: the user of Redis lacks a right.*(can't run|no permissions)/);
      expect(JSON.stringify(faults[0]?.message)).not.toContain('word@');
    });
  });
});
