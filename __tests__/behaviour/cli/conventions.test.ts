import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ended, main, run, start } from '../../support/cli/command-line';
import { closeAll, listening, receiver } from '../../support/cli/listening';

jest.setTimeout(30_000);
afterEach(closeAll);

const names = ['list', 'show', 'send', 'storm', 'record', 'replay', 'config', 'doctor', 'inbox'];

describe('im-callbacks', () => {
  it('names its commands, its exit codes and the variables for secrets', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect(stdout).toMatch(/Exit codes:\n {2}0 +done/);
    expect(stdout).toContain('IM_CALLBACK_TOKEN');
  });

  it.each(names)('%s --help has examples', async (name) => {
    const { code, stdout } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Examples:\n  `);
    expect(stdout).toContain(`im-callbacks ${name}`);
  });

  it('says its version', async () => {
    const { version } = require('../../../package.json');
    for (const option of ['--version', '-v']) expect((await run([option])).stdout).toBe(`${version}\n`);
  });

  it.each(['send', 'storm', 'replay', 'doctor'])(
    '%s --help has each vendor’s own options by themselves',
    async (name) => {
      const { stdout } = await run([name, '--help']);
      expect(stdout).toMatch(
        /\nTencent Cloud Chat:\n {2}--sdk-app-id <id> [\s\S]*\n\nOpenIM:\n {2}--server-version <version> /,
      );
      expect(stdout.includes('--client-ip')).toBe(name !== 'doctor'); // it says how callbacks are sent
    },
  );

  it('suggests the command that was meant', async () => {
    const { code, stderr } = await run(['docter']);
    expect(stderr).toContain('Did you mean doctor?');
    expect(code).toBe(2);
  });

  it('without a command shows the help, and counts it as a mistake', async () => {
    const { code, stderr } = await run([]);
    expect(stderr).toContain('Usage: im-callbacks');
    expect(code).toBe(2);
  });

  it('is not loaded, nor is commander, by the main entry or any other', () => {
    const root = join(__dirname, '..', '..', '..');
    const entries = Object.values<{ default?: string } | string>(require('../../../package.json').exports)
      .flatMap((entry) => (typeof entry === 'string' ? [] : [entry.default]))
      .filter((file) => file !== undefined);
    expect(entries.length).toBeGreaterThan(5);
    const script = `for (const file of ${JSON.stringify(entries)}) require(file);
      console.log(Object.keys(require.cache).filter((file) => /commander|dist.cli/.test(file)).length, Object.keys(require.cache).length > 50)`;
    expect(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })).toBe('0 true\n');
  });
});

describe('a pipe that is closed early', () => {
  it('ends it silently', async () => {
    const shell = `"$0" "$1" list | head -1; echo "$\{PIPESTATUS[0]}"`;
    const child = spawn('bash', ['-c', shell, process.execPath, main]);
    const { stdout, stderr } = await ended(child);
    expect(stdout).toMatch(/^\S+ +(before|after) .*\n0\n$/);
    expect(stderr).toBe('');
  });
});

describe('Ctrl-C', () => {
  it('ends a storm with what it has, and with 130', async () => {
    const child = start([
      'storm',
      '--vendor',
      'tencent',
      '--rate',
      '50',
      '--duration',
      '60s',
      '--to',
      await receiver(),
    ]);
    const ran = ended(child);
    await once(child.stderr as NodeJS.ReadableStream, 'data'); // it has begun
    setTimeout(() => child.kill('SIGINT'), 300);
    const { code, stdout, stderr } = await ran;
    expect(code).toBe(130);
    expect(stdout).toMatch(/^callbacks +\d+$/m);
    expect(stderr).not.toContain('Error');
  });

  it('ends a request that nobody answers', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const to = await listening(() => asked());
    const child = start(['send', 'beforeGroupMsg', '--vendor', 'openim', '--timeout', '10m', '--to', to]);
    const ran = ended(child);
    await isAsked;
    child.kill('SIGINT');
    expect((await ran).code).toBe(130);
  });

  it('ends a recording, which is how one ends it', async () => {
    const child = start(['record', '--port', '0', '--forward', await receiver(), '--out', '/dev/null']);
    const ran = ended(child);
    await once(child.stderr as NodeJS.ReadableStream, 'data');
    child.kill('SIGINT');
    const { code, stderr } = await ran;
    expect(code).toBe(0);
    expect(stderr).toContain('0 callbacks recorded');
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;
if (!hasScript && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('script(1) is missing, and nothing may be skipped');

(hasScript ? describe : describe.skip)(`on a terminal${hasScript ? '' : ' (skipped: no script(1) here)'}`, () => {
  /** Runs it on a pseudo-terminal. */
  async function onTerminal(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
    const command = [process.execPath, main, ...args].map((one) => `'${one}'`).join(' ');
    const { NO_COLOR: _no, ...rest } = process.env;
    const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...rest, TERM: 'xterm', ...env } });
    return (await ended(child)).stdout;
  }

  it('there are colours and a bar', async () => {
    const args = ['storm', '--vendor', 'tencent', '--count', '60', '--rate', '100', '--late', '0'];
    const shown = await onTerminal([
      ...args,
      '--to',
      await receiver({ onGroupMsg: () => Promise.reject(new Error()) }),
    ]);
    expect(shown).toContain('\u001b[31m');
    expect(shown).toContain('█');
  });

  it('NO_COLOR takes both away', async () => {
    const args = ['storm', '--vendor', 'tencent', '--count', '60', '--rate', '100', '--late', '0'];
    const shown = await onTerminal([...args, '--to', await receiver()], { NO_COLOR: '1' });
    expect(shown).toMatch(/callbacks +\d+/);
    expect(shown).not.toMatch(/\p{Cc}\[|█/u);
  });
});
