/**
 * `node scripts/crash/run.js [engine] [rounds] [acknowledgements]`, default `sqlite 20 10000`: a server under load is
 * killed at random moments and started again. Prints a line of a table, and fails if an acknowledged message was never
 * handled.
 *
 * With PostgreSQL there are more: `order [changes]`, workers that start and end; `exactly-once [changes]`, handlers in
 * the delivery's transaction; `failover [rounds]`, a primary that is lost; and `failover-async [rounds]`, the control,
 * which must lose deliveries.
 */
const { crashRounds } = require('./rounds');

const rigs = {
  order: (changes = '40') => require('./order').orderRounds({ changes: Number(changes) }),
  'exactly-once': (changes = '40') => require('./exactly-once').exactlyOnceRounds({ changes: Number(changes) }),
  failover: (rounds = '10') => require('./failover').failoverRounds({ synchronous: true, rounds: Number(rounds) }),
  'failover-async': (rounds = '10') =>
    require('./failover').failoverRounds({ synchronous: false, rounds: Number(rounds) }),
};

async function main() {
  const [what = 'sqlite', rounds, acknowledgements = '10000'] = process.argv.slice(2);
  const rig = rigs[what];
  const kill = () => crashRounds(what, { rounds: Number(rounds ?? '20'), acknowledgements: Number(acknowledgements) });
  const counts = await (rig === undefined ? kill() : rig(rounds));
  const names = rig === undefined ? ['rounds', 'acknowledged', 'lost', 'twice'] : Object.keys(counts);
  console.log(`| what | ${names.join(' | ')} |\n|---|${names.map(() => '---|').join('')}`);
  console.log(`| ${what} | ${names.map((name) => counts[name]).join(' | ')} |`);
  const isControl = what === 'failover-async';
  const isRight = isControl ? counts.lost > 0 : counts.lost === 0 && !counts.disorder;
  if (!isRight || (what === 'exactly-once' && counts.twice > 0)) process.exitCode = 1;
}

main();
