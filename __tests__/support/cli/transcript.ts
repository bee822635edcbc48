/** The commands of a page, run one after another by one shell, and what each of them printed. */
import { spawn } from 'node:child_process';
import { ended } from './command-line';

export interface Step {
  command: string;
  /** What the page says that it prints. */
  output: string;
}

/** The ```console blocks: a line that begins with `$ ` is a command, what follows it is what it prints. */
export function stepsIn(page: string): Step[] {
  const blocks = [...page.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command = '', ...output] = step.split('\n');
        return { command, output: output.join('\n').trimEnd() };
      }),
  );
}

const marker = '=====next=====';

/** Runs them in this folder. What runs in the background writes to no terminal, and is waited for until it listens. */
export async function outputsOf(commands: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const script = commands.map((command) => {
    const [, background] = /^(.*) &$/.exec(command) ?? [];
    return `echo '${marker}'\n${background === undefined ? `{ ${command}\n} 2>&1` : inBackground(background)}`;
  });
  const shell = spawn('bash', ['-c', `${script.join('\n')}\nkill $(jobs -p) 2>/dev/null; wait`], { cwd, env });
  const { stdout } = await ended(shell);
  return stdout
    .split(`${marker}\n`)
    .slice(1)
    .map((output) => output.trimEnd());
}

function inBackground(command: string): string {
  const [, port] = /--port (\d+)/.exec(command) ?? [];
  const where = port ?? '$APP_PORT';
  return `${command} >/dev/null 2>&1 &\nuntil (exec 3<>/dev/tcp/127.0.0.1/${where}) 2>/dev/null; do sleep 0.1; done`;
}

/** What differs from run to run: times, and the widths that they make. */
export function timeless(output: string): string {
  return output
    .replaceAll(/\d+(\.\d+)? ms/g, '… ms')
    .replaceAll(/(seconds|oldest) +[\d.]+/g, '$1 …')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/"(at|ms)":\d+/g, '"$1":…')
    .replaceAll(/ {2,}/g, '  ')
    .replaceAll(/[ \t]+$/gm, '');
}
