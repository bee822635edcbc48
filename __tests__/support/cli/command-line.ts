/** Runs the built command line in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const main = join(__dirname, '..', '..', '..', 'dist', 'cli', 'main.js');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The environment without what this machine may have set for the command line. */
function cleanEnv(env: Record<string, string>): NodeJS.ProcessEnv {
  const { IM_CALLBACK_TOKEN: _t, IM_SDK_APP_ID: _i, OPENIM_SECRET: _s, IM_CALLBACK_INBOX: _b, ...rest } = process.env;
  return { ...rest, ...env };
}

export function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [main, ...args], { env: cleanEnv(env), stdio: ['pipe', 'pipe', 'pipe'] });
}

export function ended(child: ChildProcess): Promise<Ran> {
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    ran.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    ran.stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ran, code }));
  });
}

export function run(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Ran> {
  const child = start(args, env);
  child.stdin?.end(input);
  return ended(child);
}

/** Runs it with --json, and reads what it says. */
export async function runJson<T>(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran & { json: T }> {
  const ran = await run([...args, '--json'], env);
  return { ...ran, json: JSON.parse(ran.stdout) };
}
