import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..', '..');

/** Another process, in which `sqlite` is the engine as built, `file` is the path and `say` sends a message to this one. */
export function otherProcess(file: string, code: string): ChildProcess {
  const text = `
    const sqlite = require(${JSON.stringify(join(root, 'dist/inbox/sqlite'))});
    const file = ${JSON.stringify(file)};
    const say = (message) => new Promise((resolve) => process.send(message, resolve));
    (async () => {${code}})().catch((error) => say({ error: error.message }));`;
  return spawn(process.execPath, ['-e', text], { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** What it says first. */
export async function firstWord(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

/** How it ended. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, signal: child.signalCode };
}
