/**
 * What one delivery costs Redis, since Redis is one thread that all processes share: `node bench/redis.js [deliveries] [at a time]`.
 * Commands, CPU time of Redis and of this process, and memory, for storing a delivery and for handling it.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { Redis } = require('ioredis');
const { engineOf } = require('../scripts/crash/engine');
const { delivery } = require('./delivery');
const { body } = require('./message');

const count = Number(process.argv[2] ?? 10_000);
const batch = Number(process.argv[3] ?? 64);
const engine = engineOf('bullmq');

async function stateOf(redis) {
  const text = await redis.info('everything');
  const number = (name) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(text)?.[1]);
  const { user, system } = process.cpuUsage();
  return {
    own: user + system,
    commands: number('total_commands_processed'),
    wall: 1000 * performance.now(),
    micros: 1e6 * (number('used_cpu_user') + number('used_cpu_sys')),
    bytes: number('used_memory'),
  };
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-bench-'));
  const beside = await engine.setUp(folder);
  Object.assign(process.env, beside.env);
  const redis = new Redis(process.env.IM_CALLBACKS_REDIS);
  const inbox = engine.makeInbox(folder);
  await inbox.open();

  const before = await stateOf(redis);
  for (let i = 0; i < count; i += batch)
    await Promise.all(
      Array.from({ length: Math.min(batch, count - i) }, (_, j) => inbox.accept(delivery(i + j, 1000))),
    );
  const stored = await stateOf(redis);
  let handled = 0;
  const run = async () => {
    handled += 1;
    return { next: 'done' };
  };
  const consumer = await inbox.consume(run, { concurrency: batch });
  while (handled < count) await pause(20);
  const done = await stateOf(redis);

  console.log(`Node ${process.version}, ${count} deliveries of ${body.length} bytes, ${batch} at a time`);
  for (const [what, from, to] of [
    ['to store one', before, stored],
    ['to handle one', stored, done],
  ]) {
    const each = (name) => ((to[name] - from[name]) / count).toFixed(1);
    const redis = `${each('commands')} commands, ${each('micros')} µs CPU of Redis, ${each('bytes')} bytes`;
    console.log(`${what.padEnd(14)} ${redis}; ${each('own')} µs CPU of this process; ${each('wall')} µs by the clock`);
  }
  await consumer.stop?.(1000);
  await inbox.close();
  redis.disconnect();
  await beside.tearDown();
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}

main();
