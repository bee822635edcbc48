/**
 * A Redis with a replica under three Sentinels. Everything reaches them 5 ms late: each Redis is behind a link, and
 * known by the port of the link. `startWatched(folder)` resolves with the Sentinels and with ways to make the other
 * Redis take over. Each way resolves when the old master is a replica that has caught up.
 */
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { Redis } = require('ioredis');
const { delayedLink } = require('./delayed-link');
const { killRedis, startRedis } = require('./engines/bullmq');
const { freePort } = require('../free-port');

const delayMs = 5;
const name = 'inbox';
/** The longest wait for a state, in milliseconds. */
const patienceMs = 60_000;

async function eventually(what, holds) {
  const end = performance.now() + patienceMs;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > end) throw new Error(`${what} did not come within ${patienceMs} ms`);
    await pause(50);
  }
}

/** Asks a server once, over a new connection: an older one may be frozen by now. */
async function ask(port, ...command) {
  const client = new Redis(port, '127.0.0.1', {
    lazyConnect: true,
    retryStrategy: () => null,
    commandTimeout: 1000,
    connectTimeout: 1000,
  });
  client.on('error', () => {}); // the command rejects with it
  try {
    await client.connect();
    return await client.call(...command);
  } finally {
    client.disconnect();
  }
}

/** A Redis behind its link. A resync does not wait for more replicas to come. */
async function startOne(folder, which) {
  const port = await freePort();
  const link = await delayedLink(port, delayMs);
  const settings = ['--replica-announce-port', String(link.port), '--repl-diskless-sync-delay', '0'];
  const start = () => startRedis(port, join(folder, which), { more: settings });
  return { port, link, start, child: await start() };
}

/** Sentinels turn an old master into a replica after four of their publish periods, by default eight seconds. */
async function startSentinel(folder, masterPort) {
  const port = await freePort();
  const file = join(folder, `sentinel-${port}.conf`);
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor ${name} 127.0.0.1 ${masterPort} 2`,
    `sentinel down-after-milliseconds ${name} 1000`,
    `sentinel failover-timeout ${name} 4000`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const child = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
  await eventually('a Sentinel', () => ask(port, 'PING'));
  await ask(port, 'SENTINEL', 'DEBUG', 'publish-period', '400');
  return { port, child };
}

/** `thawsAfterMs`: how long the old master stays frozen once there is a new one. */
async function startWatched(folder, { thawsAfterMs = 0 } = {}) {
  const redises = [await startOne(folder, 'a'), await startOne(folder, 'b')];
  const [a, b] = redises;
  await ask(b.port, 'REPLICAOF', '127.0.0.1', String(a.link.port));
  const sentinels = [];
  for (let i = 0; i < 3; i++) sentinels.push(await startSentinel(folder, a.link.port));

  async function masterNow() {
    const [, port] = await ask(sentinels[0].port, 'SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name);
    return redises.find(({ link }) => link.port === Number(port));
  }

  /** Whether all Sentinels know the master, its replica and each other, and the replica has all data. */
  async function isWhole() {
    const info = await ask((await masterNow()).port, 'INFO', 'replication');
    const known = await Promise.all(
      sentinels.map(async ({ port }) => (await ask(port, 'SENTINEL', 'MASTER', name)).join(' ')),
    );
    const others = known.every((text) => / flags master .*num-slaves 1 num-other-sentinels 2 /.test(text));
    return others && /^role:master/m.test(info) && /^slave0:.*state=online/m.test(info) && (await canWait());
  }

  async function canWait() {
    return (await ask((await masterNow()).port, 'WAIT', '1', '500')) === 1;
  }

  /** Makes the other Redis take over by what `strike` does to the master, and undoes that afterwards. */
  async function failOver(strike, mend = async () => {}) {
    const old = await masterNow();
    await strike(old);
    await eventually('another master', async () => (await masterNow()) !== old);
    await mend(old);
    await eventually('a master with a replica', isWhole);
  }

  await eventually('a master with a replica', isWhole);
  return {
    sentinels: sentinels.map(({ port }) => ({ host: '127.0.0.1', port })),
    name,
    masterNow,
    planned: () => failOver(() => ask(sentinels[0].port, 'SENTINEL', 'FAILOVER', name)),
    killed: () =>
      failOver(
        (old) => killRedis(old.child),
        async (old) => {
          old.child = await old.start();
        },
      ),
    frozen: () =>
      failOver(
        async (old) => old.child.kill('SIGSTOP'),
        async (old) => {
          await pause(thawsAfterMs);
          old.child.kill('SIGCONT');
        },
      ),
    async stop() {
      for (const { child } of [...sentinels, ...redises]) await killRedis(child);
      for (const { link } of redises) link.close();
    },
  };
}

/** An engine of the crash rounds in which, before the server is killed, another Redis takes over in this `way`. */
function failoverEngine(way, replicas) {
  return {
    makeInbox() {
      const { bullmqInbox } = require('../../dist/inbox/bullmq');
      const connection = JSON.parse(process.env.IM_CALLBACKS_SENTINELS);
      return bullmqInbox({ connection, lockMs: 1000, replicas });
    },
    async setUp(folder) {
      const { sentinels, stop, ...watched } = await startWatched(folder);
      return {
        env: { IM_CALLBACKS_SENTINELS: JSON.stringify({ sentinels, name }) },
        tearDown: stop,
        // The server acknowledges for a while before the failover and for a while after it.
        async strike() {
          await pause(1000 + Math.random() * 1000);
          await watched[way]();
          await pause(1500);
        },
        // Behind a link, deliveries are handled more slowly than they are stored.
        pauseMs: 50,
      };
    },
  };
}

module.exports = { failoverEngine, startWatched };
