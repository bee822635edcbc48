import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSender } from '../../../src/sender';
import { freePort } from '../free-port';

const root = join(__dirname, '..', '..', '..');
export const token = 'token-of-the-examples';
export const secret = 'secret-segment-of-the-examples';

export interface RunningExample {
  readonly origin: string;
  readonly tencent: ReturnType<typeof tencentOf>;
  readonly openim: ReturnType<typeof openimOf>;
  /** What it has printed. */
  output(): string;
  /** Resolves when it has ended, with its exit code; null where the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A sender of the app with this id, patient enough for a machine under load. */
export const tencentOf = (origin: string, sdkAppId = 1400000001, its = token) =>
  createSender({ vendor: 'tencent', to: `${origin}/im-callback`, sdkAppId, token: its, timeoutMs: 20_000 });
const openimOf = (origin: string) =>
  createSender({ vendor: 'openim', to: `${origin}/im-callback`, secret, timeoutMs: 20_000 });

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** A folder of its own, which goes when the test file ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file of examples/, run by Node as its user would; resolves when it listens, rejects where it ends instead. */
export async function runExample(file: string, env: Record<string, string> = {}): Promise<RunningExample> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const base = { PATH: process.env.PATH, PORT: String(port), IM_CALLBACK_TOKEN: token, OPENIM_SECRET: secret };
  const child = spawn(process.execPath, [join('examples', file)], { cwd: root, env: { ...base, ...env } });
  running.add(child);
  let output = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (/^listening$/m.test(output)) resolve();
      });
    }
    void ended.then(() => reject(new Error(output)));
  });
  const tencent = tencentOf(origin);
  const openim = openimOf(origin);
  return {
    origin,
    tencent,
    openim,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      tencent.close();
      openim.close();
      child.kill(signal);
      return ended;
    },
  };
}

/** A body's `MsgBody` with this text. */
export const textBody = (Text: string) => ({ MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text } }] });
