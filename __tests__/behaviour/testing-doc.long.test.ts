/** Every code block of docs/testing.md is compiled as a user's would be, and run by node alone. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('testing-doc');
const page = readFileSync(join(root, 'docs', 'testing.md'), 'utf8');
const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
const file = (i: number, ending: string) => join(folder, `block-${i}.${ending}`);

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const [i, code] of blocks.entries()) writeFileSync(file(i, 'ts'), code);
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const flags = ['--strict', '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--esModuleInterop'];
  const files = blocks.map((_, i) => file(i, 'ts'));
  execFileSync(process.execPath, [tsc, '--ignoreConfig', ...flags, '--types', 'node', ...files], { cwd: root });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** jest's own environment variables would make node's test runner report to jest. */
function run(i: number): string {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  return execFileSync(process.execPath, [file(i, 'js')], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 25_000,
  });
}

it('has four blocks', () => expect(blocks).toHaveLength(4));

it.each([
  [0, 2],
  [1, 2],
  [2, 1],
])(
  'block %i runs, and its %i tests pass',
  (i, tests) => {
    const output = run(i);
    expect(output).toMatch(new RegExp(`^(# |ℹ )pass ${tests}$`, 'm'));
    expect(output).toMatch(/^(# |ℹ )fail 0$/m);
  },
  30_000,
);

it('block 3 prints what it says', () => {
  const lines = run(3).trim().split('\n');
  expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    '2.3 /im-callback allowed',
    '3.4 /im-callback?command=callbackBeforeSendGroupMsgCommand refused',
    '3.6 /im-callback/callbackBeforeSendGroupMsgCommand allowed',
    '3.8 /im-callback/callbackBeforeSendGroupMsgCommand refused',
  ]);
}, 30_000);
