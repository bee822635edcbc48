/** An nginx of the tests' own, with a configuration out of a page. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const hasNginx = spawnSync('nginx', ['-v']).status === 0;
if (!hasNginx && process.env.IM_CALLBACKS_REQUIRE_ALL) throw new Error('nginx is missing, and nothing may be skipped');

/** `describe`, or its skipping sister where there is no nginx. */
export function describeWithNginx(name: string, tests: () => void): void {
  if (hasNginx) describe(name, tests);
  else describe.skip(`${name} (skipped: nginx is not installed)`, tests);
}

export interface Nginx {
  /** All that it has written into logs. */
  logs(): string;
  stop(): Promise<void>;
}

/** Starts it with these lines of its `http` block, in which `/var/log/nginx` becomes a folder of its own. */
export async function startNginx(site: string, port: number): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const lines = [
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;`,
    'events {}',
    `http { access_log ${folder}/access.log; ${temporary.join(' ')}`,
    site.replaceAll('/var/log/nginx', folder),
    '}',
  ];
  writeFileSync(join(folder, 'nginx.conf'), lines.join('\n'));
  const child = spawn('nginx', ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
  await untilListening(child, port);
  const logFiles = () => readdirSync(folder).filter((name) => name.endsWith('.log'));
  return {
    logs: () =>
      logFiles()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join(''),
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${said}`);
    if (await accepts(port)) return;
    await pause(50);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
