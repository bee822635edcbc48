/** The inbox of docs/own-inbox.md passes the contract suite, run by node alone as the page says. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Inbox, inboxContract } from '../../src/testing/inbox-contract';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('own-inbox-doc');
const page = readFileSync(join(root, 'docs', 'own-inbox.md'), 'utf8');
const [inbox = ''] = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
const suite = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'small-inbox.mts'), inbox);
  writeFileSync(join(folder, 'small-inbox.test.mjs'), suite.replace('./small-inbox.js', './small-inbox.mjs'));
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const flags = '--strict --module node16 --target es2022 --skipLibCheck --types node'.split(' ');
  execFileSync(process.execPath, [tsc, '--ignoreConfig', ...flags, join(folder, 'small-inbox.mts')], { cwd: root });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the suite of the page, or the tests with `test` in their names, with `node --test`, and returns its report. */
function run(test = '.'): { failed: boolean; report: string } {
  // jest's own environment variables would make node's test runner report to jest.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  try {
    const args = ['--test', '--test-reporter=tap', `--test-name-pattern=${test}`, join(folder, 'small-inbox.test.mjs')];
    return {
      failed: false,
      report: execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: 'pipe', timeout: 90_000 }),
    };
  } catch (error) {
    return { failed: true, report: String((error as { stdout?: unknown }).stdout) }; // as: execFileSync adds it
  }
}

const count = (report: string, what: string) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(report)?.[1]);

it('passes every test of the suite', () => {
  const names: string[] = [];
  inboxContract(
    (name) => names.push(name),
    async () => ({ make: () => ({}) as Inbox }),
  ); // as: declared, and never run
  const { failed, report } = run();
  expect([failed, count(report, 'pass'), count(report, 'fail')]).toEqual([false, names.length, 0]);
}, 60_000);

// What the inbox does wrong, and the test that must notice.
it.each([
  ['hands out before it is due', '+ disposition.inMs', '+ 0 * disposition.inMs', 'when it is due'],
  ['takes every duplicate', "(fresh || dedupe === 'observe')", '(fresh || !fresh)', 'accepts an identified one once'],
  ['forgets the order', 'if (isBehind || running.has(entry))', 'if (running.has(entry))', 'keeps the order'],
  ['runs too many at once', 'running.size >= concurrency', 'running.size >= 99', 'up to concurrency'],
  ['aborts nothing', 'abort.abort();', '', 'gets it again'],
  ['keeps all dead letters', 'if (letters.length > maxDead)', 'if (letters.length > 1e9)', 'no more than maxDead'],
  [
    'overwrites a state',
    'if (states.get(conversation)?.state !== from)',
    'if (false)',
    'only when it is the expected one',
  ],
])(
  'fails for an inbox that %s',
  (_fault, right, wrong, test) => {
    const file = join(folder, 'small-inbox.mjs');
    const built = readFileSync(file, 'utf8');
    const broken = built.replace(right, wrong);
    expect(broken).not.toBe(built);
    writeFileSync(file, broken);
    const { failed, report } = run(test);
    writeFileSync(file, built);
    expect(failed).toBe(true);
    expect(report.match(/^not ok .*$/gm)?.join('\n')).toContain(test);
  },
  120_000,
);
