/**
 * A primary under load has a standby behind a slow network. The primary is killed, the network is cut, and the standby
 * is promoted: does it have every acknowledged delivery? The control is a standby that the primary does not wait for:
 * there, deliveries must get lost.
 */
const { execFileSync } = require('node:child_process');
const { appendFileSync, writeFileSync } = require('node:fs');
const { setTimeout: pause } = require('node:timers/promises');
const { delivery } = require('../../bench/delivery');
const { postgresInbox } = require('../../dist/inbox/postgres');
const { makeLink } = require('./link');
const { makePostgres } = require('./postgres-server');

const producers = 64;
/** Latency of the network in one direction, in milliseconds. */
const linkMs = 5;

async function makePair({ synchronous }) {
  const primary = await makePostgres({ settings: { max_wal_senders: 8, wal_keep_size: '256MB' } });
  const link = await makeLink(primary.port, linkMs);
  const standby = await makePostgres({
    // Copies as pg_basebackup does, which some builds of PostgreSQL lack.
    async makeData(data) {
      await primary.kill('SIGINT');
      execFileSync('cp', ['-a', primary.data, data]);
      await primary.start();
      writeFileSync(`${data}/standby.signal`, '');
      const info = `host=127.0.0.1 port=${link.port} user=postgres application_name=standby`;
      appendFileSync(`${data}/postgresql.auto.conf`, `primary_conninfo = '${info}'\n`);
    },
  });
  if (synchronous) {
    await primary.ask("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await primary.ask('SELECT pg_reload_conf()');
  }
  const wanted = synchronous ? 'sync' : 'async';
  for (;;) {
    const [row] = await primary.ask("SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming'");
    if (row?.sync_state === wanted) break;
    await pause(30);
  }
  return { primary, link, standby };
}

/** Load on the primary until it is gone; resolves with the keys that were acknowledged. */
async function loadUntilKilled(inbox, kill) {
  const acknowledged = new Set();
  let [number, isOver] = [0, false];
  async function produce() {
    while (!isOver) {
      number += 1;
      const one = delivery(number, 200);
      await inbox.accept(one).then(
        () => acknowledged.add(one.key),
        () => pause(20),
      );
    }
  }
  const all = Array.from({ length: producers }, produce);
  await pause(400 + Math.random() * 400);
  await kill();
  isOver = true;
  await Promise.all(all);
  return acknowledged;
}

async function keysHandledBy(inbox) {
  const keys = new Set();
  await inbox.consume(
    async ({ delivery: { key } }) => {
      keys.add(key);
      return { next: 'done' };
    },
    { concurrency: 64 },
  );
  for (;;) {
    const { waiting, running } = await inbox.stats();
    if (waiting + running === 0) return keys;
    await pause(50);
  }
}

async function failOver({ synchronous }) {
  const { primary, link, standby } = await makePair({ synchronous });
  // One inbox for both: with its list of hosts it finds the promoted server by itself.
  const host = [`127.0.0.1:${primary.port}`, `127.0.0.1:${standby.port}`];
  const inbox = postgresInbox({ connection: { host, user: 'postgres', database: 'postgres' } });
  try {
    const { durability } = await inbox.open();
    const acknowledged = await loadUntilKilled(inbox, async () => {
      link.cut();
      await primary.kill();
    });
    await standby.ask('SELECT pg_promote()');
    if (synchronous) {
      await standby.ask("ALTER SYSTEM SET synchronous_standby_names = ''");
      await standby.ask('SELECT pg_reload_conf()');
    }
    for (;;) {
      if (
        await inbox.accept(delivery(0, 200)).then(
          () => true,
          () => false,
        )
      )
        break;
      await pause(50);
    }
    const handled = await keysHandledBy(inbox);
    return {
      durability,
      acknowledged: acknowledged.size,
      lost: [...acknowledged].filter((key) => !handled.has(key)).length,
    };
  } finally {
    await inbox.close();
    link.cut();
    await primary.remove();
    await standby.remove();
  }
}

/** Resolves with the counts; `lost` must be 0 with a synchronous standby. */
async function failoverRounds({ synchronous, rounds, until = () => false }) {
  const counts = { rounds: 0, acknowledged: 0, lost: 0, durability: undefined };
  while (counts.rounds < rounds && !until(counts)) {
    const { durability, acknowledged, lost } = await failOver({ synchronous });
    counts.rounds += 1;
    counts.acknowledged += acknowledged;
    counts.lost += lost;
    counts.durability = durability;
  }
  return counts;
}

module.exports = { failoverRounds, makePair };
