import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';
import { inboxContract } from '../../../support/inbox/contract';

describeWithRedis('bullmqInbox', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());

  inboxContract('bullmqInbox', async () => {
    await redis.reset();
    return { make: (options) => bullmqInbox({ connection: redis.url, ...options }) };
  });
});
