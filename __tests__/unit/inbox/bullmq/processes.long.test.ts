/** Several processes on one Redis, with the inbox as built. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import type { Inbox } from '../../../../src/inbox/inbox';
import { acceptor, hanger, type OtherProcess, worker } from '../../../support/inbox/bullmq/processes';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';

describeWithRedis('bullmqInbox in several processes', () => {
  let redis: RedisServer;
  let inbox: Inbox;
  const others: OtherProcess[] = [];
  beforeEach(async () => {
    redis = await startRedis();
    inbox = bullmqInbox({ connection: redis.url });
    await inbox.open();
  });
  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.kill()));
    await inbox.close();
    await redis.remove();
  });

  const with_ = (...started: OtherProcess[]) => {
    others.push(...started);
    return Promise.all(started.map(({ word }) => word));
  };
  const isEmpty = () => isIdle(inbox);
  interface Step {
    what: string;
    conversation: string;
    key: string;
    by: string;
  }

  async function log(): Promise<Step[]> {
    const lines = await redis.client.lrange('log', 0, -1);
    return lines.map((line) => {
      const [what = '', conversation = '', key = '', by = ''] = line.split(' ');
      return { what, conversation, key, by };
    });
  }

  /** The numbers of what one process accepted, as they were begun in a conversation. */
  function begun(steps: readonly Step[], conversation: string, acceptedBy: string): number[] {
    return steps
      .filter((step) => step.what === 'begin' && step.conversation === conversation)
      .map(({ key }) => key.split('/'))
      .flatMap(([name, number]) => (name === acceptedBy ? [Number(number)] : []));
  }

  it('two accept and two work: nothing is missed, nothing comes twice, each conversation keeps its order', async () => {
    await with_(worker(redis.url, 'w1'), worker(redis.url, 'w2'));
    await with_(acceptor(redis.url, 'a1', 400, 10), acceptor(redis.url, 'a2', 400, 10));
    await eventually(isEmpty, 30_000);
    const steps = await log();
    expect(steps).toHaveLength(1600);
    expect(new Set(steps.map(({ by }) => by))).toEqual(new Set(['w1', 'w2']));
    for (let c = 0; c < 10; c++) {
      const own = steps.filter(({ conversation }) => conversation === `c${c}`);
      // Each one ends before the next begins.
      for (let i = 0; i < own.length; i += 2) {
        expect([own[i]?.what, own[i + 1]?.what, own[i + 1]?.key]).toEqual(['begin', 'end', own[i]?.key]);
      }
      for (const name of ['a1', 'a2']) {
        expect(begun(steps, `c${c}`, name)).toEqual(Array.from({ length: 40 }, (_, i) => c + i * 10));
      }
    }
    await Promise.all(others.map((other) => other.end()));
    expect(others.map(({ child }) => child.exitCode)).toEqual([0, 0, 0, 0]);
  }, 60_000);

  it('one takes over the deliveries of another that was killed, still in order', async () => {
    await with_(acceptor(redis.url, 'a1', 400, 10));
    const doomed = worker(redis.url, 'w1');
    await with_(doomed);
    await eventually(async () => (await redis.client.llen('log')) > 100);
    await doomed.kill();
    await with_(worker(redis.url, 'w2'));
    await eventually(isEmpty, 30_000);
    const steps = await log();
    const begins = steps.filter(({ what }) => what === 'begin');
    expect(new Set(begins.map(({ key }) => key)).size).toBe(400);
    // At most the deliveries that it held came twice.
    expect(begins.length).toBeLessThanOrEqual(408);
    for (let c = 0; c < 10; c++) {
      const numbers = begun(steps, `c${c}`, 'a1');
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  }, 60_000);

  it('one that stops hands back what it cannot finish, for others to begin at once', async () => {
    await with_(worker(redis.url, 'w1'));
    await with_(acceptor(redis.url, 'a1', 200, 10));
    const [first] = others;
    const second = worker(redis.url, 'w2');
    await with_(second);
    await first?.end();
    await eventually(isEmpty, 30_000);
    const keys = (await log()).filter(({ what }) => what === 'begin').map(({ key }) => key);
    expect(keys).toHaveLength(200);
    expect(new Set(keys).size).toBe(200);
  }, 60_000);

  it.each([
    ['idle', 0],
    ['deliveries held', 20],
  ])(
    'one that is closed ends by itself, also where Redis was killed: %s',
    async (_how, count) => {
      const one = hanger(redis.url);
      await with_(one);
      if (count > 0) await with_(acceptor(redis.url, 'a1', count, count));
      if (count > 0) await eventually(async () => (await inbox.stats()).running === 8);
      await redis.kill();
      await pause(500); // until it waits before it tries again
      const started = performance.now();
      await one.end();
      expect(one.child.exitCode).toBe(0);
      // 100 ms for handlers, 2 s for a Redis that comes back, 1 s for the connection that accepts; the rest is for a busy machine.
      expect(performance.now() - started).toBeLessThan(9000);
    },
    30_000,
  );

  it('a handler that ends the process each time is run as often as attempts says', async () => {
    const deadly = `
      const { startWorker } = require('./dist');
      const { bullmqInbox } = require('./dist/inbox/bullmq');
      startWorker({
        inbox: bullmqInbox({ connection: ${JSON.stringify(redis.url)}, lockMs: 500 }),
        worker: { attempts: 3 },
        async onGroupMsg() {
          await new (require('ioredis').Redis)(${JSON.stringify(redis.url)}).incr('runs');
          process.kill(process.pid, 'SIGKILL');
        },
      });`;
    const body = '{"GroupId":"g","From_Account":"u","MsgBody":[]}';
    await inbox.accept(delivery({ conversation: 'c', body }));
    const cwd = join(__dirname, '..', '..', '..', '..');
    for (let i = 0; i < 8 && (await inbox.stats()).dead === 0; i++) {
      const child = spawn(process.execPath, ['-e', deadly], { cwd, stdio: 'ignore' });
      await Promise.race([once(child, 'exit'), eventually(async () => (await inbox.stats()).dead === 1)]);
      child.kill('SIGKILL');
    }
    expect(await redis.client.get('runs')).toBe('3');
    const error = expect.stringContaining('3 attempts were made, and the last ones were interrupted');
    expect(await inbox.dead()).toMatchObject([{ attempts: 3, error }]);
  }, 60_000);
});
