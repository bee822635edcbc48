/** The rights that docs/reliability.md lists are those that are used: the suite runs as a user who has exactly these. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { rights } from '../../../../src/inbox/bullmq/rights';
import type { Inbox } from '../../../../src/inbox/inbox';
import { inboxContract } from '../../../../src/testing/inbox-contract';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';

const page = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'reliability.md'), 'utf8');
const documented = /\*\*Rights of the user\*\*: `([^`]+)`/.exec(page)?.[1]?.split(/\s+/) ?? [];

it('docs/reliability.md lists the rights that are tried when an inbox opens', () => {
  expect(documented).toEqual(rights.map((right) => `+${right}`));
});

describeWithRedis('a user of Redis with exactly the rights of docs/reliability.md', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
    await redis.client.acl('SETUSER', 'im', 'on', '>word', 'resetkeys', '~{im-callbacks}*', '-@all', ...documented);
  });
  afterAll(() => redis.remove());
  afterEach(async () => expect(await refused()).toEqual([]));

  /** How often all of them were tried. */
  let opens = 0;
  function counted(options: object): Inbox {
    const inbox = bullmqInbox({ connection: url(), ...options });
    return {
      ...inbox,
      open() {
        opens += 1;
        return inbox.open();
      },
    };
  }

  const url = () => `redis://im:word@127.0.0.1:${redis.port}`;

  /** What Redis has refused; to read its settings, and from 7.2 on to tell it the client's name, are rights that may be missing. */
  async function refused(): Promise<unknown[]> {
    const log = (await redis.client.acl('LOG')) as unknown[][];
    await redis.client.acl('LOG', 'RESET');
    return log.map((entry) => entry[7]).filter((object) => object !== 'config|get' && object !== 'client|setinfo');
  }

  /** How often Redis has run each command. */
  async function calls(): Promise<Map<string | undefined, number>> {
    const stats = await redis.client.info('commandstats');
    return new Map([...stats.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)].map(([, name, n]) => [name, Number(n)]));
  }

  inboxContract(it, async () => {
    await redis.reset();
    return { make: (options = {}) => counted(options) };
  });

  it('may do all that happens in a conversation, and after a crash', async () => {
    const opened: Inbox[] = [];
    async function open(): Promise<Inbox> {
      const inbox = counted({ lockMs: 300 }); // what the dying consumer holds is handed out again soon
      opened.push(inbox);
      await inbox.open();
      return inbox;
    }
    const web = await open();
    for (let i = 0; i < 20; i++) await web.accept(delivery({ conversation: 'hot' }));
    // Somebody removes the first of them by hand.
    const [lane = ''] = await redis.client.keys('*:lane:*');
    const first = (await redis.client.lindex(lane, 0)) ?? '';
    await redis.client.del(`{im-callbacks}:inbox:${first}`);
    await redis.client.lrem('{im-callbacks}:inbox:wait', 0, first);
    const dying = await (await open()).consume(() => new Promise(() => {}), { concurrency: 4 });
    await eventually(() => dying.running > 0);
    await eventually(async () => ((await calls()).get('sadd') ?? 0) > opens); // it has looked for stalled deliveries
    await opened[1]?.close();
    let handled = 0;
    const run = async ({ attempt }: { attempt: number }) => {
      handled += 1;
      return attempt < 3
        ? ({ next: 'retry', inMs: 10, hold: handled % 2 === 0, error: 'x' } as const)
        : ({ next: 'done' } as const);
    };
    await (await open()).consume(run, { concurrency: 4 });
    await eventually(() => isIdle(web));
    for (const inbox of opened) await inbox.close();
  });

  it('uses each of them, beside trying it', async () => {
    const called = await calls();
    expect(opens).toBeGreaterThan(20);
    const unused = rights.filter((right) => (called.get(right) ?? 0) <= (isTried(right) ? opens : 0));
    expect(unused).toEqual([]);
  });
});

const isTried = (right: string) => !['multi', 'exec', 'evalsha', 'bzpopmin', 'client|setname'].includes(right);
