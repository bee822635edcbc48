/** The CPU time that a store's own processes have used, in microseconds. */
const { readdirSync, readFileSync } = require('node:fs');
const { Redis } = require('ioredis');

/** Of this process. */
function processCpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Fields 4, 14 to 17 of proc(5): parent, own time, that of children that have ended; in hundredths of a second. */
function timesOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1], own: fields[11] + fields[12], ended: fields[13] + fields[14] };
  } catch {
    return { parent: 0, own: 0, ended: 0 }; // it has ended
  }
}

/** A process and its children. */
function familyCpu(pid) {
  const mine = timesOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(timesOf)
    .filter(({ parent }) => parent === pid);
  return 10_000 * children.reduce((sum, { own }) => sum + own, mine.own + mine.ended);
}

/** What `setUp` of an engine has started, if anything. */
async function serverOf(engine, beside) {
  const pid = beside?.pid ?? (engine.startsWith('bullmq') ? await redisPid() : undefined);
  return { cpu: () => (pid === undefined ? 0 : familyCpu(pid)) };
}

async function redisPid() {
  const redis = new Redis(process.env.IM_CALLBACKS_REDIS);
  const info = await redis.info('server');
  redis.disconnect();
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

module.exports = { processCpu, serverOf };
