import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { durabilityFrom } from '../../../../src/inbox/bullmq/durability';
import { type RedisFacts, refuseOld } from '../../../../src/inbox/bullmq/facts';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';

const durable: RedisFacts = {
  version: '7.0.15',
  role: 'master',
  isInCluster: false,
  appendonly: 'yes',
  appendfsync: 'always',
  noAppendfsyncOnRewrite: 'no',
  maxmemoryPolicy: 'noeviction',
  replicas: 0,
  isWatched: false,
};

describeWithRedis('what open() reads from Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
    await redis.client.acl('SETUSER', 'managed', 'on', '>secret-word', '~*', '&*', '+@all', '-config');
  });
  afterAll(() => redis.remove());
  afterEach(() => redis.reset());

  async function opened(settings: Readonly<Record<string, string>>, url = redis.url) {
    for (const [name, value] of Object.entries(settings)) await redis.client.config('SET', name, value);
    const inbox = bullmqInbox({ connection: url });
    const status = await inbox.open();
    await inbox.close();
    return status;
  }

  it.each([
    [{}, 'power-loss', undefined],
    [{ appendfsync: 'everysec' }, 'process-crash', 'set `appendfsync always`'],
    [{ appendfsync: 'no' }, 'process-crash', 'appendfsync is no'],
    [{ 'no-appendfsync-on-rewrite': 'yes' }, 'process-crash', 'set `no-appendfsync-on-rewrite no`'],
    [{ appendonly: 'no' }, 'none', 'set `appendonly yes` and `appendfsync always`'],
    [{ 'maxmemory-policy': 'allkeys-lru' }, 'none', 'Redis throws away what was accepted when its memory is full'],
    [{ 'maxmemory-policy': 'volatile-ttl' }, 'power-loss', 'set `maxmemory-policy noeviction`'],
  ])('%j means %s', async (settings, durability, note) => {
    const noise = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'error'), jest.spyOn(console, 'log')];
    const status = await opened(settings);
    await redis.client.config('SET', 'no-appendfsync-on-rewrite', 'no');
    expect(status.durability).toBe(durability);
    expect(status.notes).toHaveLength(note === undefined ? 0 : 1);
    if (note !== undefined) expect(status.notes[0]).toContain(note);
    for (const spy of noise) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  const managed = () => `redis://managed:secret-word@127.0.0.1:${redis.port}`;

  it('says that it does not know where CONFIG is forbidden', async () => {
    const { durability, notes } = await opened({}, managed());
    expect(durability).toBe('unknown');
    expect(notes[0]).toContain('ask the provider');
  });

  it('knows even there when nothing is kept, or may be thrown away', async () => {
    expect(await opened({ appendonly: 'no' }, managed())).toMatchObject({ durability: 'none' });
    const { notes } = await opened({ appendonly: 'yes', 'maxmemory-policy': 'allkeys-lfu' }, managed());
    expect(notes[0]).toContain('maxmemory-policy is allkeys-lfu');
  });

  it('never tells a password', async () => {
    const inbox = bullmqInbox({ connection: `redis://managed:wrong-word@127.0.0.1:${redis.port}` });
    const error = await inbox.open().catch((reason: Error) => reason);
    expect(error).toEqual(expect.objectContaining({ message: expect.stringContaining('WRONGPASS') }));
    expect(require('node:util').inspect(error, { depth: 9 })).not.toContain('wrong-word');
  });
});

describe('a Redis with replicas', () => {
  it.each([
    [1, 0, 'process-crash', 'set the option `replicas: 1`'],
    [2, 1, 'process-crash', 'set the option `replicas: 2`'],
    [1, 1, 'machine-loss', undefined],
    [0, 1, 'machine-loss', undefined],
  ])('%j of them, of which %j are waited for, mean %s', (replicas, waitedFor, durability, note) => {
    const status = durabilityFrom({ ...durable, replicas }, waitedFor);
    expect(status).toEqual({ durability, notes: note === undefined ? [] : [expect.stringContaining(note)] });
  });

  it('has them behind Sentinels also where none is there at the moment', () => {
    expect(durabilityFrom({ ...durable, isWatched: true }, 0)).toMatchObject({ durability: 'process-crash' });
  });

  it('keeps no more than its own log does, however many are waited for', () => {
    const lax = { ...durable, replicas: 1, appendfsync: 'everysec' };
    expect(durabilityFrom(lax, 1)).toMatchObject({ durability: 'process-crash', notes: [expect.any(String)] });
    expect(durabilityFrom({ ...lax, appendfsync: undefined }, 0)).toMatchObject({ durability: 'unknown' });
  });
});

describe('what Redis says of itself', () => {
  it('is unknown where it says nothing', () => {
    const silent = { ...durable, appendonly: undefined, appendfsync: undefined, maxmemoryPolicy: undefined };
    expect(durabilityFrom(silent, 0)).toMatchObject({ durability: 'unknown' });
    expect(durabilityFrom(durable, 0)).toEqual({ durability: 'power-loss', notes: [] });
  });

  it.each([
    ['5.0.14', true],
    ['6.0.16', true],
    ['6.2.0', false],
    ['7.0.15', false],
    ['10.0.1', false],
    [undefined, false],
  ])('%s is too old: %s', (version, isTooOld) => {
    const refuse = () => refuseOld({ ...durable, version });
    if (isTooOld) expect(refuse).toThrow(`Redis ${version} is too old for this inbox; install 6.2 or newer`);
    else expect(refuse).not.toThrow();
  });
});
