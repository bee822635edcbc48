import { bullmqInbox } from '../../src/inbox/bullmq';
import { inboxContract } from './contract';
import { describeWithRedis, type RedisServer, startRedis } from './redis-server';

describeWithRedis('bullmqInbox', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());

  inboxContract('bullmqInbox', async () => {
    await redis.reset();
    return { make: (options) => bullmqInbox({ connection: redis.url, lockMs: 1000, ...options }) };
  });
});
