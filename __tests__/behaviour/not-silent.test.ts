/** What an app sees that says nothing of failures: in a process of its own, with the package as it is built. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');

/** Runs an app with these options, has each of these commands delivered to it, and gives what it wrote to standard error. */
async function standardError(options: string, ...commands: string[]): Promise<string> {
  const script = `
    const { imCallbacks, refuse } = require('express-im-callbacks');
    const { deliver } = require('express-im-callbacks/testing');
    const callbacks = imCallbacks({ tencent: { sdkAppId: 1400000001, token: 'test-token' }, ${options} });
    (async () => {
      for (const command of ${JSON.stringify(commands)}) {
        const { verdict } = await deliver(callbacks, command);
        console.log(JSON.stringify(verdict ?? null));
      }
    })();`;
  const { stderr } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: root });
  return stderr;
}

const throwing = "beforeGroupMsg() { throw new TypeError('rules are not loaded') }";

it('a handler that throws is seen, with its stack and with what was answered', async () => {
  const stderr = await standardError(throwing, 'beforeGroupMsg');
  expect(stderr).toMatch(
    /^\[express-im-callbacks\] handlerFailed: the handler failed \(tencent Group\.CallbackBeforeSendMsg; operationID [\w-]+; answered allow\)\n {4}TypeError: rules are not loaded\n {8}at /,
  );
});

it.each([
  ['nothing', '', 'nothing'],
  ['false', 'return false', 'false'],
  ['a word', "return 'refuse'", 'a string'],
])('a handler that returns %s is seen, with what to write', async (_what, code, words) => {
  const stderr = await standardError(`beforeGroupMsg() { ${code} }`, 'beforeGroupMsg');
  expect(stderr).toContain(`badVerdict: the handler returned ${words}`);
  expect(stderr).toContain('answered allow');
});

it('a slip in a refusal still refuses, and is seen', async () => {
  const stderr = await standardError("beforeGroupMsg: () => refuse({ message: 'no' })", 'beforeGroupMsg');
  expect(stderr).toContain("badVerdict: a refusal has no message: write refuse({ info: '…' })");
  expect(stderr).toContain('answered refuse');
});

it('what went well is not', async () => {
  expect(await standardError("beforeGroupMsg: () => refuse('no spam')", 'beforeGroupMsg', 'onGroupMsg')).toBe('');
});

it.each(["'silent'", '() => {}'])('nothing is written with onFailure: %s', async (onFailure) => {
  expect(await standardError(`${throwing}, onFailure: ${onFailure}`, 'beforeGroupMsg')).toBe('');
});

it.each([
  [
    "tencent: { sdkAppId: 1400000001, token: 'test-token', deadlineMs: 3000 }",
    'tencent.deadlineMs is 3000: Tencent gives up after 2000 ms',
  ],
  [
    "openim: { secret: 'a-secret-of-sixteen', deadlineMs: 6000 }",
    'openim.deadlineMs is 6000: OpenIM gives up after 5000 ms',
  ],
])('a deadline that comes too late is warned of: %s', async (options, words) => {
  expect(await standardError(options)).toContain(`ImCallbacksWarning: ${words}`);
});
