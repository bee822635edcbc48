/**
 * The rules of .dependency-cruiser.js can be broken, and say so: bad imports are added to a copy of src, and each must be
 * reported. Whether src itself keeps the rules is checked by `npm run lint:imports`.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
// Inside the project, so that its packages are found; git ignores it.
const scratch = scratchFolder('import-rules');

const bad: readonly [what: string, file: string, line: string, rule: string][] = [
  ['a room above', 'codecs/text.ts', `import '../catalogue/verdict';`, 'src/codecs imports only what is below it'],
  [
    'a type of a room above',
    'codecs/number.ts',
    `import type { Verdict } from '../catalogue/verdict';`,
    'src/codecs imports only what is below it',
  ],
  [
    'a room on the same line',
    'promises/is-promise.ts',
    `import '../codecs';`,
    'src/promises imports only what is below it',
  ],
  [
    'an inbox, where only the interface is below',
    'flow/admission.ts',
    `import '../inbox/fifo';`,
    'src/flow imports only what is below it',
  ],
  [
    'a tool from the main entry',
    'index.ts',
    `export type { Sender } from './sender';`,
    'src/index.ts imports only what is below it',
  ],
  [
    'sending from receiving, inside of a vendor',
    'vendors/openim/receive/ack.ts',
    `import '../send/servers';`,
    'src/vendors/*/receive imports only what is below it',
  ],
  ['a room that nobody named', 'codecs/paths.ts', `import '../shelf/box';`, 'every file of src has its place'],
  [
    'a room of a vendor that nobody named',
    'vendors/tencent/send/conclude.ts',
    `import '../shelf/box';`,
    'every file of src/vendors/* has its place',
  ],
  [
    'a vendor by its name',
    'inbox/worker.ts',
    `import { openim } from '../vendors/openim/vendor';`,
    'one file names the vendors',
  ],
  [
    'another vendor',
    'vendors/tencent/schema.ts',
    `import { openimSchema } from '../openim/schema';`,
    'vendors do not know each other',
  ],
  [
    'a part of a vendor that is to be loaded later',
    'vendors/tencent/vendor.ts',
    `import { tencentSchema } from './schema';`,
    'a vendor’s parts are loaded when asked for',
  ],
  [
    'the reading of messages from the main entry',
    'receiver/receivers.ts',
    `export { messageOf } from '../message';`,
    'src/receiver imports only what is below it',
  ],
  ['another engine', 'inbox/memory/index.ts', `import '../sqlite/path';`, 'engines do not know each other'],
  ['a package that only tests have', 'codecs/list.ts', `import 'supertest';`, 'only packages that users have'],
  ['each other', 'codecs/int32.ts', `import type { Misfit } from './ring';`, 'no circle'],
];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

let violations: readonly Violation[] = [];

beforeAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  cpSync(join(root, 'src'), join(scratch, 'src'), { recursive: true });
  copyFileSync(join(root, 'package.json'), join(scratch, 'package.json'));
  for (const file of ['shelf/box.ts', 'vendors/tencent/shelf/box.ts']) {
    cpSync(join(root, 'src/promises/is-promise.ts'), join(scratch, 'src', file));
  }
  writeFileSync(join(scratch, 'src/codecs/ring.ts'), `import './int32';\nexport type Misfit = string;\n`);
  writeFileSync(join(scratch, 'src/codecs/forgotten.ts'), 'export const forgotten = true;\n');
  for (const [, file, line] of bad) appendFileSync(join(scratch, 'src', file), `${line}\n`);
  const args = ['--config', join(root, '.dependency-cruiser.js'), '--output-type', 'json', 'src'];
  const cruised = spawnSync(
    process.execPath,
    [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), ...args],
    {
      cwd: scratch,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  violations = JSON.parse(cruised.stdout).summary.violations;
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const reported = (rule: string, file: string) =>
  violations.some((one) => one.rule.name === rule && one.from === `src/${file}`);

it.each(bad)('a file must not import %s', (_what, file, _line, rule) => {
  expect(reported(rule, file)).toBe(true);
});

it('a file that no entry leads to is reported', () => {
  expect(reported('no dead file', 'codecs/forgotten.ts')).toBe(true);
});
