import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../free-port';
import { pause } from '../deliveries';

/** A Redis of the tests' own: nothing is mocked. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  readonly pid: number;
  /** A connection for looking in; closed with the server. */
  readonly client: Redis;
  /** Starts it again on the same port and files. */
  start(): Promise<void>;
  /** SIGKILL by default. Resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Empties it, and sets it as it was started. */
  reset(): Promise<void>;
  /** Kills it and removes its files. */
  remove(): Promise<void>;
}

const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];

/** Another server that speaks as Redis does may be tried, e.g. Valkey. */
const program = process.env.IM_CALLBACKS_REDIS_SERVER ?? 'redis-server';
export const hasRedis = spawnSync(program, ['--version']).status === 0;
if (!hasRedis && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('redis-server is missing, and nothing may be skipped');

/** `describe`, or its skipping sister where there is no redis-server. */
export function describeWithRedis(name: string, tests: () => void): void {
  if (hasRedis) describe(name, tests);
  else describe.skip(`${name} (skipped: redis-server is not installed)`, tests);
}

/** `wrap` is a command before redis-server's, e.g. strace. */
export async function startRedis(settings: readonly string[] = [], wrap: readonly string[] = []): Promise<RedisServer> {
  const dir = mkdtempSync(join(tmpdir(), 'im-callbacks-redis-'));
  const port = await freePort();
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
  const [command = '', ...args] = [...wrap, program, ...where, ...durable, ...settings];
  let child: ChildProcess | undefined;
  const client = new Redis(port, '127.0.0.1', {
    lazyConnect: true,
    retryStrategy: () => 50,
    disconnectTimeout: 100,
    maxRetriesPerRequest: null,
  });
  client.on('error', () => {});

  async function start(): Promise<void> {
    child = spawn(command, args, { stdio: 'ignore' });
    if (client.status === 'wait') client.connect().catch(() => {});
    for (;;) {
      if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
      if ((await answer()) === 'PONG') return;
      await pause(20);
    }
  }

  /** Over a connection of its own: that of the tests may still be the old one. */
  async function answer(): Promise<string> {
    const probe = new Redis(port, '127.0.0.1', {
      lazyConnect: true,
      retryStrategy: () => null,
      disconnectTimeout: 100,
    });
    probe.on('error', () => {});
    try {
      await probe.connect();
      return await probe.ping();
    } catch {
      return 'not yet';
    } finally {
      probe.disconnect();
    }
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    client,
    get pid() {
      return child?.pid ?? 0;
    },
    start,
    kill,
    async reset() {
      await client.flushall();
      for (let i = 0; i < durable.length; i += 2)
        await client.config('SET', durable[i]?.slice(2) ?? '', durable[i + 1] ?? '');
    },
    async remove() {
      client.disconnect();
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
