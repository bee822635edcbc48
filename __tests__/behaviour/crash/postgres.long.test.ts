/** PostgreSQL, its workers, the process that acknowledges and the machine of the primary, killed under load. */
const { exactlyOnceRounds } = require('../../../scripts/crash/exactly-once');
const { failoverRounds } = require('../../../scripts/crash/failover');
const { orderRounds } = require('../../../scripts/crash/order');
const { crashRounds } = require('../../../scripts/crash/rounds');

import { describeWithPostgres } from '../../support/inbox/postgres/postgres-server';

describeWithPostgres('a server on PostgreSQL that is killed with SIGKILL under load', () => {
  it('has handled, in the end, all that it acknowledged', async () => {
    const { acknowledged, lost } = await crashRounds('postgres', { rounds: 3, acknowledgements: 500 });
    expect(acknowledged).toBeGreaterThanOrEqual(500);
    expect(lost).toBe(0);
  }, 120_000);

  it('has so when PostgreSQL was killed as well, and came back', async () => {
    const { acknowledged, lost } = await crashRounds('postgres-killed', { rounds: 2, acknowledgements: 500 });
    expect(acknowledged).toBeGreaterThanOrEqual(500);
    expect(lost).toBe(0);
  }, 120_000);
});

describeWithPostgres('workers on PostgreSQL that come, are stopped and are killed', () => {
  it('keep each conversation in order, and lose nothing', async () => {
    const { acknowledged, lost, disorder } = await orderRounds({ changes: 6 });
    expect(acknowledged).toBeGreaterThan(100);
    expect({ lost, disorder }).toEqual({ lost: 0, disorder: 0 });
  }, 120_000);

  it('write once what they write in the transaction of the delivery', async () => {
    const { acknowledged, lost, twice } = await exactlyOnceRounds({ changes: 6 });
    expect(acknowledged).toBeGreaterThan(100);
    expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
  }, 120_000);
});

describeWithPostgres('a primary that is lost', () => {
  it('takes nothing with it that was acknowledged, where a synchronous standby has it', async () => {
    const { durability, acknowledged, lost } = await failoverRounds({ synchronous: true, rounds: 1 });
    expect(acknowledged).toBeGreaterThan(0);
    expect({ durability, lost }).toEqual({ durability: 'machine-loss', lost: 0 });
  }, 120_000);

  it('is seen to lose where the standby is not waited for', async () => {
    const until = ({ lost }: { lost: number }) => lost > 0;
    const { lost } = await failoverRounds({ synchronous: false, rounds: 10, until });
    expect(lost).toBeGreaterThan(0);
  }, 300_000);
});
