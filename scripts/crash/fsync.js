/**
 * Whether a delivery is on the disk before its ACK leaves. A SIGKILL cannot show this, since what a process wrote
 * survives it in the page cache. So the server runs under strace, and the order of its system calls is read. `node
 * scripts/crash/fsync.js [engine] [deliveries]`, for engines in one SQLite file; default `sqlite 1000`.
 */
const { fork, spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { answer } = require('./rounds');

const calls = 'fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg';

/** Whether processes can be traced here: strace may be missing, or forbidden in a container. */
function canTrace() {
  return spawnSync('strace', ['-f', '-e', 'trace=fsync', process.execPath, '--version']).status === 0;
}

/**
 * The calls of a trace, each where it returns; a write also where it starts, because its bytes may have left by then.
 */
function* callsOf(trace) {
  const unfinished = new Map();
  for (const line of trace.split('\n')) {
    const [, thread, text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (text.endsWith('<unfinished ...>')) unfinished.set(thread, text);
    yield text.startsWith('<...') ? `${unfinished.get(thread)} ${text}` : text;
  }
}

const isLogWrite = /^pwrite64\(\d+<[^>]*-wal>/;
const isLogSync = /^f(data)?sync\(\d+<[^>]*-wal>.* = 0$/;
const isAnswer = /^(write|writev|sendto|sendmsg)\(.*HTTP\/1\.1 200 /;

/**
 * What the trace shows: how many ACKs left, how many of them before their delivery was synced, and how many syncs the
 * log had.
 */
function judge(trace) {
  const written = new Set();
  const synced = new Set();
  const inTime = new Map();
  let syncs = 0;
  for (const call of callsOf(trace)) {
    if (isLogWrite.test(call)) for (const number of numbers(call, /text-(\d+)-/g)) written.add(number);
    if (isLogSync.test(call)) {
      syncs += 1;
      for (const number of written) synced.add(number);
      written.clear();
    }
    if (!isAnswer.test(call)) continue;
    for (const number of numbers(call, /: op-(\d+)\\r/g)) inTime.set(number, inTime.get(number) ?? synced.has(number));
  }
  return { acknowledged: inTime.size, early: [...inTime.values()].filter((is) => !is).length, syncs };
}

function numbers(text, pattern) {
  return Array.from(text.matchAll(pattern), ([, number]) => number);
}

async function traceServer(engine, deliveries) {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-fsync-'));
  const log = join(folder, 'trace');
  const load = fork(join(__dirname, 'load.js'));
  try {
    const server = [process.execPath, '--disable-warning=ImCallbacksWarning', join(__dirname, 'server.js')];
    const args = ['-f', '-y', '-s', '5000', '-e', `trace=${calls}`, '-o', log, ...server, engine, folder];
    const child = spawn('strace', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const port = await answer(child, 'port');
    load.send({ port, first: 1, count: deliveries });
    await answer(load, 'acknowledged');
    child.send('stop');
    await once(child, 'exit');
    return judge(readFileSync(log, 'latin1'));
  } finally {
    load.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { callsOf, canTrace, judge, traceServer };

if (require.main === module) {
  const [engine = 'sqlite', deliveries = '1000'] = process.argv.slice(2);
  traceServer(engine, Number(deliveries)).then(({ acknowledged, early, syncs }) => {
    console.log(
      `${engine}: ${acknowledged} ACKs, ${early} of them before an fsync of their delivery; ${syncs} fsyncs of the log`,
    );
    if (early > 0 || acknowledged < Number(deliveries)) process.exitCode = 1;
  });
}
