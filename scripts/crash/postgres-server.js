/**
 * A PostgreSQL for one test, on a free loopback port: created, started, killed with all its processes, started again,
 * removed.
 */
const { spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const {
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  rmSync,
} = require('node:fs');
const { tmpdir } = require('node:os');
const { delimiter, join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { Client } = require('pg');
const { freePort } = require('../free-port');

/** Debian keeps each version in a folder of its own, away from PATH. IM_CALLBACKS_POSTGRES_BIN names another folder. */
function findBinaries() {
  const named = process.env.IM_CALLBACKS_POSTGRES_BIN;
  if (named) {
    if (holdsServer(named)) return named;
    throw new Error(
      `IM_CALLBACKS_POSTGRES_BIN is ${named}, where there is no initdb and no postgres; name their folder`,
    );
  }
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(root, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find(holdsServer);
}

function holdsServer(folder) {
  return existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));
}

const binaries = findBinaries();

/** PostgreSQL refuses to be run by root. */
function whoRunsIt() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

function run(command, args) {
  const { status, stderr, stdout } = spawnSync(join(binaries, command), args, {
    ...whoRunsIt(),
    cwd: '/',
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}${stdout}`);
}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-postgres-'));
  const { uid, gid } = whoRunsIt();
  if (uid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

/** All processes of a server, and the server itself. */
function familyOf(pid) {
  const parentOf = (child) => {
    try {
      const stat = readFileSync(`/proc/${child}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      return undefined; // it has ended
    }
  };
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return [pid, ...children.map(Number)];
}

/** A zombie holds nothing any more. */
function isRunning(pid) {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * `settings`: lines of postgresql.conf. `makeData`: fills the folder `data`; by default with a new cluster. `env`: more
 * environment variables of the server.
 */
async function makePostgres({ settings = {}, makeData, env = {} } = {}) {
  const folder = newFolder();
  const data = join(folder, 'data');
  const port = await freePort();
  const makeNew = () =>
    run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-locale', '-E', 'UTF8', '--no-sync']);
  await (makeData ?? makeNew)(data);
  const own = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', shared_buffers: '64MB', ...settings };
  let child;

  function connect(database = 'postgres', user = 'postgres') {
    const client = new Client({ host: '127.0.0.1', port, user, database });
    client.on('error', () => {}); // it is killed now and then
    return client;
  }

  /** Resolves with the rows. */
  async function ask(text, values, database) {
    const client = connect(database);
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async function start() {
    const given = Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = openSync(join(folder, 'log'), 'a');
    child = spawn(join(binaries, 'postgres'), ['-D', data, ...given], {
      ...whoRunsIt(),
      cwd: '/',
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(
          `postgres ended with ${child.exitCode}: ${readFileSync(join(folder, 'log'), 'utf8').slice(-2000)}`,
        );
      if (
        await ask('SELECT 1').then(
          () => true,
          () => false,
        )
      )
        return;
      await pause(30);
    }
  }

  const isUp = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  /** SIGKILL for all of its processes, as if the machine were switched off; or another signal for the server alone. */
  async function kill(signal = 'SIGKILL') {
    if (!isUp()) return;
    const ended = once(child, 'exit');
    if (signal === 'SIGKILL') child.kill('SIGSTOP'); // it must not fork one more while its processes are listed
    const family = signal === 'SIGKILL' ? familyOf(child.pid) : [child.pid];
    for (const pid of family) {
      try {
        process.kill(pid, signal);
      } catch {
        // it has ended
      }
    }
    await ended;
    // A process that has not quite ended still holds the shared memory, and PostgreSQL refuses to start beside it.
    while (family.some(isRunning)) await pause(10);
  }

  /** Stops every process of the server, or lets it continue. */
  function signalAll(signal) {
    for (const pid of familyOf(child.pid)) {
      try {
        process.kill(pid, signal);
      } catch {
        // it has ended
      }
    }
  }

  async function remove() {
    await kill();
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', leave);
  }

  // A test that fails must leave no server behind.
  function leave() {
    if (isUp()) signalAll('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
  process.once('exit', leave);
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    get pid() {
      return child.pid;
    },
    port,
    data,
    folder,
    url: urlOf(port),
    ask,
    connect,
    start,
    kill,
    signalAll,
    isUp,
    remove,
  };
}

const urlOf = (port, database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}`;

module.exports = { binaries, makePostgres, urlOf };
