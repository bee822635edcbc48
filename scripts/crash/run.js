/**
 * `node scripts/crash/run.js [engine] [rounds] [acknowledgements]`, default `sqlite 20 10000`: a server under load is killed at
 * random moments and started again; prints a line of a table, and fails where an acknowledged message was never handled.
 */
const { crashRounds } = require('./rounds');

async function main() {
  const [engine = 'sqlite', rounds = '20', acknowledgements = '10000'] = process.argv.slice(2);
  const counts = await crashRounds(engine, { rounds: Number(rounds), acknowledgements: Number(acknowledgements) });
  const names = ['rounds', 'acknowledged', 'lost', 'twice'];
  console.log(`| engine | ${names.join(' | ')} |\n|---|${names.map(() => '---|').join('')}`);
  console.log(`| ${engine} | ${names.map((name) => counts[name]).join(' | ')} |`);
  if (counts.lost > 0) process.exitCode = 1;
}

main();
