/** A delivery damaged in Redis becomes a dead letter and is reported; it holds up nothing. */
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import type { Inbox, InboxFault } from '../../../../src/inbox/inbox';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';

const done = { next: 'done' } as const;
const key = (name: string) => `{im-callbacks}:inbox:${name}`;

describeWithRedis('a delivery in bullmqInbox that is damaged', () => {
  let redis: RedisServer;
  let inbox: Inbox;
  let handled: string[];
  let faults: InboxFault[];
  beforeAll(async () => {
    redis = await startRedis(['--appendfsync', 'no']);
  });
  afterAll(() => redis.remove());
  beforeEach(async () => {
    await redis.client.flushall();
    [handled, faults] = [[], []];
    inbox = bullmqInbox({ connection: redis.url, lockMs: 500 });
    await inbox.open();
  });
  afterEach(() => inbox.close());

  async function consume(handlerMs = 0): Promise<void> {
    const run = async ({ delivery: { body } }: { delivery: { body: string } }) => {
      await pause(handlerMs);
      handled.push(body);
      return done;
    };
    await inbox.consume(run, { concurrency: 4, onFault: (fault) => faults.push(fault) });
  }

  async function accepted(): Promise<string[]> {
    for (let i = 0; i < 3; i++) await inbox.accept(delivery({ conversation: 'one', body: `${i}` }));
    const [lane = ''] = await redis.client.keys('*:lane:*');
    return redis.client.lrange(lane, 0, -1);
  }

  it.each([
    ['is no JSON', '{"delivery":{"body":"0","wi', { unreadable: '{"delivery":{"body":"0","wi' }],
    ['is no delivery', '{"delivery":{"wire":"x"}}', { delivery: { wire: 'x' } }],
    ['is null', 'null', null],
  ])(
    'since its content %s',
    async (_, data, body) => {
      const [first = ''] = await accepted();
      await redis.client.hset(key(first), 'data', data);
      await consume();
      await eventually(() => isIdle(inbox), 30_000);
      expect(handled).toEqual(['1', '2']);
      expect(faults.filter(({ fault }) => fault === 'damaged')).toHaveLength(1);
      const [letter] = await inbox.dead();
      expect(JSON.parse(letter?.delivery.body ?? '')).toEqual(body);
      expect(letter?.error).toContain('damaged in the store');
    },
    60_000,
  );

  it.each(['opts', 'progress'])(
    'since its %s are no JSON: they are rebuilt, and it is handled',
    async (field) => {
      const [first = ''] = await accepted();
      await redis.client.hset(key(first), field, '{"x');
      await consume();
      await eventually(() => isIdle(inbox), 30_000);
      expect(handled).toEqual(['0', '1', '2']);
      expect(await inbox.dead()).toEqual([]);
    },
    60_000,
  );

  it('when it is dead already: it is listed with what is left, beside the others, and can be revived', async () => {
    for (const body of ['1', '2']) await inbox.bury(delivery({ body }), 'does not fit');
    await consume();
    await eventually(async () => (await inbox.dead()).length === 2);
    const [first] = await inbox.dead();
    await redis.client.hset(key(first?.id ?? ''), 'data', '{"deliv');
    const letters = await inbox.dead();
    expect(letters.map(({ delivery: { body } }) => body)).toEqual(['{"unreadable":"{\\"deliv"}', '2']);
    expect(await inbox.revive(first?.id ?? '')).toBe(true);
    await eventually(() => faults.some(({ fault }) => fault === 'damaged'), 30_000);
  }, 60_000);

  it('is handled though somebody has removed its lock meanwhile, twice at most, and in its place', async () => {
    const [first = ''] = await accepted();
    await consume(300);
    await eventually(async () => (await redis.client.del(key(`${first}:lock`))) === 1);
    await eventually(() => isIdle(inbox), 30_000);
    expect([...new Set(handled)]).toEqual(['0', '1', '2']);
    expect(handled.length).toBeLessThanOrEqual(4);
    expect(await inbox.dead()).toEqual([]);
  }, 60_000);
});
