/** docs/local-development.md, from an empty folder, with the package as it is packed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputsOf, type Step, stepsIn, timeless } from '../support/cli/transcript';
import { freePort } from '../support/free-port';

jest.setTimeout(180_000);

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'local-development.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-page-'));
const steps: Step[] = stepsIn(page);
let outputs: string[] = [];

beforeAll(async () => {
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'ignore' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'nothing was packed';
  // The ports of the page may be taken on this machine.
  const ports = { '3000': await freePort(), '4000': await freePort() };
  const here = (text: string) =>
    text.replaceAll(/\b(3000|4000)\b/g, (port) => String(ports[port as keyof typeof ports]));
  const app = /```js\n(const express[\s\S]*?)```/.exec(page)?.[1] ?? '';
  writeFileSync(join(folder, 'app.js'), here(app));
  writeFileSync(join(folder, 'package.json'), '{}');
  const commands = steps.map(({ command }) =>
    here(command).replace(
      'npm install --silent express-im-callbacks',
      `npm install --silent --prefer-offline --no-audit --no-fund ./${tarball}`,
    ),
  );
  const { IM_CALLBACK_INBOX: _i, IM_SDK_APP_ID: _s, ...env } = process.env;
  const there = (text: string) =>
    Object.entries(ports).reduce((all, [port, own]) => all.replaceAll(String(own), port), text);
  outputs = (
    await outputsOf(commands, folder, { ...env, APP_PORT: String(ports['3000']), npm_config_loglevel: 'error' })
  ).map(there);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has commands, and each was run', () => {
  expect(steps.length).toBeGreaterThan(20);
  expect(outputs).toHaveLength(steps.length);
});

it.each(steps.map((step, i) => [step.command, i] as const))('%s', (_command, i) => {
  expect(timeless(outputs[i] ?? '')).toBe(timeless(steps[i]?.output ?? ''));
});
