/** A real server with the BullMQ inbox, as built, under load: it is killed, its Redis is killed, and Redis is watched by strace. */
const { canTrace } = require('../../../scripts/crash/fsync');
const { traceRedis } = require('../../../scripts/crash/redis-fsync');
const { canMount } = require('../../../scripts/crash/disk');
const { frozenRounds } = require('../../../scripts/crash/frozen');
const { crashRounds } = require('../../../scripts/crash/rounds');

import { describeWithRedis } from '../../support/inbox/bullmq/redis-server';

describeWithRedis('a server on BullMQ that is killed with SIGKILL under load', () => {
  it('has handled, in the end, all that it acknowledged', async () => {
    const { acknowledged, lost } = await crashRounds('bullmq', { rounds: 3, acknowledgements: 500 });
    expect(acknowledged).toBeGreaterThanOrEqual(500);
    expect(lost).toBe(0);
  }, 120_000);

  it('has so when Redis was killed as well, and came back', async () => {
    const { acknowledged, lost } = await crashRounds('bullmq-redis-killed', { rounds: 2, acknowledgements: 500 });
    expect(acknowledged).toBeGreaterThanOrEqual(500);
    expect(lost).toBe(0);
  }, 120_000);
});

const mountable = canMount();
const describeOnDisk = mountable ? describeWithRedis : describe.skip;

describeOnDisk(
  `a Redis whose machine loses its power${mountable ? '' : ' (skipped: no disk can be mounted here)'}`,
  () => {
    it('has kept all that was acknowledged', async () => {
      const { acknowledged, lost } = await crashRounds('bullmq-power-cut', { rounds: 2, acknowledgements: 300 });
      expect(acknowledged).toBeGreaterThanOrEqual(300);
      expect(lost).toBe(0);
    }, 240_000);

    it('is seen to have lost some of it where it syncs once a second', async () => {
      let lost = 0;
      for (let i = 0; lost === 0 && i < 5; i++)
        ({ lost } = await crashRounds('bullmq-power-cut-unsynced', { rounds: 1, acknowledgements: 100 }));
      expect(lost).toBeGreaterThan(0);
    }, 400_000);
  },
);

describeWithRedis('a Redis under Sentinels, 5 ms away, whose replica takes over', () => {
  it.each(['planned', 'killed', 'frozen'])(
    '%s: loses nothing where each ACK waits for it',
    async (way) => {
      const { acknowledged, lost } = await crashRounds(`bullmq-failover-${way}`, { rounds: 1, acknowledgements: 100 });
      expect(acknowledged).toBeGreaterThanOrEqual(100);
      expect(lost).toBe(0);
    },
    240_000,
  );

  it('is seen to lose something where none does', async () => {
    let lost = 0;
    for (let i = 0; lost === 0 && i < 5; i++)
      ({ lost } = await crashRounds('bullmq-failover-unwaited', { rounds: 1, acknowledgements: 100 }));
    expect(lost).toBeGreaterThan(0);
  }, 600_000);

  it('is followed by those that accept and those that work, though the old one keeps its connections', async () => {
    const [{ webMs, workerMs }] = await frozenRounds(1);
    expect(webMs).toBeGreaterThan(0);
    expect(workerMs).toBeGreaterThan(0);
  }, 240_000);
});

const traceable = canTrace();
if (!traceable && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('strace is missing, and nothing may be skipped');
const describeTraced = traceable ? describeWithRedis : describe.skip;

describeTraced(
  `the fsync before Redis answers${traceable ? '' : ' (skipped: no strace here, or no right to trace)'}`,
  () => {
    it('comes with appendfsync always, one for many', async () => {
      const { durability, answers, early, syncs } = await traceRedis('always', 400);
      expect({ durability, early }).toEqual({ durability: 'power-loss', early: 0 });
      expect(answers).toBeGreaterThan(100);
      expect(syncs).toBeGreaterThan(50);
    }, 120_000);

    it('is seen to be missing with everysec', async () => {
      const { durability, early } = await traceRedis('everysec', 100);
      expect(durability).toBe('process-crash');
      expect(early).toBeGreaterThan(50);
    }, 120_000);
  },
);
