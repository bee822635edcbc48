/** What `require` of the built package loads, in a process of its own. `npm run build` comes first, as in `npm test`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

const loadedBy = (entry: string): string[] => loadedAfter(`require('${entry}');`);

function loadedAfter(code: string): string[] {
  const script = `${code} console.log(JSON.stringify(Object.keys(require.cache)))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }));
}

const loaded = loadedBy('.');
const packageOf = (file: string) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];

it.each(['body-parser', 'bullmq', 'ioredis', 'pg', 'libsql', 'better-sqlite3', 'commander', 'fast-check', 'express'])(
  'loads nothing of %s',
  (name) => expect(loaded.filter((file) => packageOf(file) === name)).toEqual([]),
);

it('loads nothing of OpenTelemetry', () =>
  expect(loaded.filter((file) => packageOf(file)?.startsWith('@opentelemetry/'))).toEqual([]));

it.each([
  /\/dist\/(cli|sending|sender|schema|json-schema|testing|otel|message)\//,
  /\/dist\/(callback|vendors\/\w+)\/message\//,
  /\/dist\/inbox\/(sqlite|bullmq|postgres|memory)/,
  // composeRequest is an export of express-im-callbacks/tencent and /openim.
  /\/dist\/vendors\/\w+\/send\/(?!compose-request|write-go-json)/,
])('loads no file of %s', (pattern) => expect(loaded.filter((file) => pattern.test(file))).toEqual([]));

it('reading messages loads that of a vendor with its first message', () => {
  const reads = `const { messageOf } = require('./dist/message');
    messageOf({ vendor: 'tencent', command: 'C2C.CallbackAfterSendMsg', body: {} });`;
  const before = loadedBy('./dist/message').filter((file) => /vendors\/\w+\/message\//.test(file));
  const after = loadedAfter(reads).filter((file) => /vendors\/\w+\/message\//.test(file));
  expect(before).toEqual([]);
  expect(after.length).toBeGreaterThan(2);
  expect(after.filter((file) => !file.includes('/vendors/tencent/'))).toEqual([]);
});

it('grows only on purpose', () => {
  const own = loaded.filter((file) => packageOf(file) === undefined);
  expect(own.length).toBeGreaterThan(50); // else it was not this package that was loaded
  // Each file costs about a third of a millisecond.
  expect(own.length).toBeLessThanOrEqual(155);
  expect(loaded.length).toBeLessThanOrEqual(170);
});
