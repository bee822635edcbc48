/** docs/setting-up.md, in a folder with nothing but its module: each command, and what it prints. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../support/cli/command-line';
import { outputsOf, type Step, stepsIn } from '../support/cli/transcript';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'setting-up.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-setting-up-'));
const steps: Step[] = stepsIn(page);
let outputs: string[] = [];

beforeAll(async () => {
  const module = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const built = JSON.stringify(join(root, 'dist', 'index.js'));
  writeFileSync(join(folder, 'callbacks.js'), module.replace("'express-im-callbacks'", built));
  const commands = steps.map(({ command }) => command.replace('npx im-callbacks', `'${process.execPath}' '${main}'`));
  const { IM_SDK_APP_ID: _s, ...env } = process.env;
  outputs = await outputsOf(commands, folder, env);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has commands, and each was run', () => {
  expect(steps.length).toBeGreaterThan(5);
  expect(outputs).toHaveLength(steps.length);
});

it.each(steps.map((step, i) => [step.command, i] as const))('%s', (_command, i) => {
  expect(outputs[i]).toBe(steps[i]?.output);
});
