/** BullMQ on a Redis of its own, which is not killed here, as if it ran on another machine. */
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { Redis } = require('ioredis');
const { freePort } = require('../../free-port');

/** Resolves with the process once it answers. `wrap` is a command that runs redis-server, e.g. strace. */
async function startRedis(port, dir, { appendfsync = 'always', wrap = [], more = [] } = {}) {
  mkdirSync(dir, { recursive: true });
  const settings = [
    '--appendonly',
    'yes',
    '--appendfsync',
    appendfsync,
    '--maxmemory-policy',
    'noeviction',
    '--save',
    '',
    ...more,
  ];
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir];
  const [command, ...args] = [...wrap, 'redis-server', ...where, ...settings];
  const child = spawn(command, args, { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {}); // not up yet
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`redis-server ended with ${code}`)));
  ended.catch(() => {}); // it ends when it is killed
  await Promise.race([client.ping(), ended]);
  client.disconnect();
  return child;
}

async function killRedis(child) {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

module.exports = {
  makeInbox() {
    const { bullmqInbox } = require('../../../dist/inbox/bullmq');
    // A short lock: a round does not wait half a minute for the deliveries of the last one.
    return bullmqInbox({ connection: process.env.IM_CALLBACKS_REDIS, lockMs: 1000 });
  },
  async setUp(folder) {
    const port = await freePort();
    const child = await startRedis(port, join(folder, 'redis'));
    return { env: { IM_CALLBACKS_REDIS: `redis://127.0.0.1:${port}` }, tearDown: () => killRedis(child) };
  },
  /** One queue, one pipeline a batch, and nothing else. */
  openFloor() {
    const { Queue } = require('bullmq');
    const queue = new Queue('floor', { connection: { url: process.env.IM_CALLBACKS_REDIS } });
    return {
      store: (bodies) => queue.addBulk(bodies.map((body) => ({ name: 'floor', data: { body } }))),
      close: () => queue.close(),
    };
  },
  startRedis,
  killRedis,
};
