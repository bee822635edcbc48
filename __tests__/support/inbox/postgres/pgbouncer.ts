import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../free-port';
import { pause } from '../deliveries';
import { describeWithPostgres } from './postgres-server';

/** A PgBouncer of the tests' own before one PostgreSQL: each transaction may get another of its few connections. */
export interface PgBouncer {
  readonly port: number;
  /** Resolves once it answers. */
  start(): Promise<void>;
  kill(): Promise<void>;
  remove(): Promise<void>;
}

// Debian keeps it away from the PATH of users. A newer one than Debian's may be named.
const command = process.env.IM_CALLBACKS_PGBOUNCER || ['pgbouncer', '/usr/sbin/pgbouncer'].find(answers);
const version = command && /\d+(\.\d+)+/.exec(versionOf(command))?.[0];
if (version === undefined && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('PgBouncer is missing, and nothing may be skipped');

/** `describe`, or its skipping sister where PgBouncer or PostgreSQL is not there. */
export function describeWithPgBouncer(name: string, tests: () => void): void {
  if (version !== undefined) describeWithPostgres(`${name} ${version}`, tests);
  else describe.skip(`${name} (skipped: PgBouncer is not installed)`, tests);
}

function answers(name: string): boolean {
  return spawnSync(name, ['--version']).status === 0;
}

function versionOf(name: string): string {
  return execFileSync(name, ['--version'], { encoding: 'utf8' });
}

/** `poolSize`: its connections to each database, for each user. `settings`: of pgbouncer.ini. */
export async function startPgBouncer(
  serverPort: number,
  { poolSize, settings = {} }: { poolSize: number; settings?: Record<string, string | number> },
): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-pgbouncer-'));
  const port = await freePort();
  const own = {
    ...{ listen_addr: '127.0.0.1', listen_port: port, unix_socket_dir: '', auth_type: 'trust' },
    ...{
      auth_file: join(folder, 'users'),
      pool_mode: 'transaction',
      default_pool_size: poolSize,
      max_client_conn: 300,
    },
    ...settings,
  };
  const lines = Object.entries(own).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(folder, 'users'), '"postgres" ""\n"app" ""\n');
  const databases = ['[databases]', `* = host=127.0.0.1 port=${serverPort}`, '[pgbouncer]'];
  writeFileSync(join(folder, 'pgbouncer.ini'), [...databases, ...lines, ''].join('\n'));
  // It refuses to be run by root.
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
  for (const name of ['', 'users', 'pgbouncer.ini'])
    if (owner.uid !== undefined) chownSync(join(folder, name), owner.uid, owner.gid);
  let child: ChildProcess | undefined;
  let output = '';

  async function start(): Promise<void> {
    const started = spawn(command ?? 'pgbouncer', [join(folder, 'pgbouncer.ini')], { ...owner, cwd: '/' });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-4000);
      });
    while (!(await isThere(port))) {
      if (started.exitCode !== null) throw new Error(`pgbouncer ended with ${started.exitCode}: ${output}`);
      await pause(30);
    }
  }

  async function kill(): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async function remove(): Promise<void> {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }

  process.once('exit', () => child?.kill('SIGKILL'));
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { port, start, kill, remove };
}

async function isThere(port: number): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => {});
  }
}
