import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { inboxContract } from '../../../../src/testing/inbox-contract';
import { describeWithRedis, type RedisServer, startRedis } from '../../../support/inbox/bullmq/redis-server';

describeWithRedis('bullmqInbox', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());

  inboxContract(it, async () => {
    await redis.reset();
    return { make: (options) => bullmqInbox({ connection: redis.url, ...options }) };
  });
});
