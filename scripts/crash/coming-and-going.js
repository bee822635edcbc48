/**
 * Workers on one PostgreSQL start, stop and are killed under load: is every acknowledged delivery handled? The newest
 * worker accepts most deliveries, because what its own process stores takes a shorter way to its handler. The test rig
 * itself accepts the rest.
 */
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
  const worker = fork(join(__dirname, 'worker.js'), [url, how], options);
  worker.setMaxListeners(2 * conversations);
  worker.on('error', () => {}); // it is killed now and then
  return worker;
}

/**
 * Resolves with true if the worker acknowledged it. Resolves with false if the worker ended first, although it may have
 * stored it.
 */
function acceptedBy(worker, one) {
  return new Promise((resolve) => {
    const end = (isAccepted) => {
      worker.off('message', hear);
      worker.off('exit', gone);
      resolve(isAccepted);
    };
    const hear = ({ accepted, refused }) => {
      if (accepted === one.key || refused === one.key) end(accepted === one.key);
    };
    const gone = () => end(false);
    worker.on('message', hear);
    worker.once('exit', gone);
    worker.send({ accept: one }, (error) => error && end(false));
  });
}

/**
 * Resolves with the numbers that were acknowledged, in their order. `changes`: how often one worker ends and another
 * starts.
 */
async function whileWorkersComeAndGo({ server, how, env, changes }) {
  const inbox = postgresInbox({ connection: server.url, lockMs: 1000 });
  await inbox.open();
  const acknowledged = [];
  let isOver = false;
  /** On a busy machine the inbox may refuse it, because it took too long. */
  async function acceptedInTheEnd(one) {
    while (
      !(await inbox.accept(one).then(
        () => true,
        () => false,
      ))
    )
      await pause(50);
  }
  async function produce(conversation) {
    for (let i = 0; !isOver; i++) {
      const number = 1 + i * conversations + conversation;
      const one = delivery(number, conversations);
      const newest = workers.at(-1);
      const asked = Math.random() < 0.02 || !newest.isReady ? false : await acceptedBy(newest, one);
      if (!asked) await acceptedInTheEnd(one);
      else byWorkers += 1;
      acknowledged.push(number);
      // A worker starts slowly on a busy machine: the backlog must not grow meanwhile.
      await pause(Math.random() * (newest.isReady ? 20 : 400));
    }
  }
  let byWorkers = 0;
  const start = () => {
    const worker = startWorker(server.url, how, env);
    worker.on('message', ({ ready }) => {
      worker.isReady ||= ready === true;
    });
    return worker;
  };
  const workers = [1, 2, 3].map(start);
  const producers = Array.from({ length: conversations }, (_, i) => produce(i));
  let [kills, stops] = [0, 0];
  try {
    while (kills + stops < changes) {
      // However slow the machine is, each worker takes part.
      const enough = byWorkers + 50 + Math.random() * 200;
      while (byWorkers < enough) await pause(20);
      await pause(Math.random() * 300);
      const worker = workers.shift();
      if (Math.random() < 0.6) {
        worker.kill('SIGKILL');
        kills += 1;
      } else {
        worker.send('stop');
        stops += 1;
      }
      workers.push(start());
    }
    isOver = true;
    await Promise.all(producers);
    for (;;) {
      const stats = await inbox.stats().catch(() => undefined); // an answer may come too late
      if (stats?.waiting === 0 && stats.running === 0) break;
      await pause(50);
    }
  } finally {
    isOver = true;
    const ended = workers.map((worker) => once(worker, 'exit'));
    for (const worker of workers) worker.kill('SIGKILL');
    await Promise.all(ended);
    await inbox.close();
  }
  return { acknowledged, byWorkers, kills, stops };
}

module.exports = { conversations, makePostgres, whileWorkersComeAndGo };
