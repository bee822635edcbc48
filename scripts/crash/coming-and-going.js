/** Workers on one PostgreSQL that come, are stopped and are killed under load, and what became of what was acknowledged. */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { delivery } = require('../../bench/delivery');
const { postgresInbox } = require('../../dist/inbox/postgres');
const { makePostgres } = require('./postgres-server');

/** Each producer sends one conversation, one message after the other. */
const conversations = 24;

function startWorker(url, how, env) {
  const options = { env: { ...process.env, ...env }, execArgv: ['--disable-warning=ImCallbacksWarning'] };
  return fork(join(__dirname, 'worker.js'), [url, how], options);
}

/** Resolves with the numbers that were acknowledged, in their order. `changes`: how often a worker goes and another comes. */
async function whileWorkersComeAndGo({ server, how, env, changes }) {
  const inbox = postgresInbox({ connection: server.url, lockMs: 1000 });
  await inbox.open();
  const acknowledged = [];
  let isOver = false;
  async function produce(conversation) {
    for (let i = 0; !isOver; i++) {
      const number = 1 + i * conversations + conversation;
      await inbox.accept(delivery(number, conversations));
      acknowledged.push(number);
      await pause(Math.random() * 20);
    }
  }
  const workers = [1, 2, 3].map(() => startWorker(server.url, how, env));
  const producers = Array.from({ length: conversations }, (_, i) => produce(i));
  let [kills, stops] = [0, 0];
  try {
    while (kills + stops < changes) {
      await pause(300 + Math.random() * 700);
      const worker = workers.shift();
      if (Math.random() < 0.6) {
        worker.kill('SIGKILL');
        kills += 1;
      } else {
        worker.send('stop');
        stops += 1;
      }
      workers.push(startWorker(server.url, how, env));
    }
    isOver = true;
    await Promise.all(producers);
    for (;;) {
      const { waiting, running } = await inbox.stats();
      if (waiting + running === 0) break;
      await pause(50);
    }
  } finally {
    isOver = true;
    const ended = workers.map((worker) => once(worker, 'exit'));
    for (const worker of workers) worker.kill('SIGKILL');
    await Promise.all(ended);
    await inbox.close();
  }
  return { acknowledged, kills, stops };
}

module.exports = { conversations, makePostgres, whileWorkersComeAndGo };
