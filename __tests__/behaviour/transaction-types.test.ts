/** What `event.transaction` hands out is typed where the engine that has it is imported, and nowhere else. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('transaction-types');
beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const handler = `onGroupMsg: (event) => event.transaction(async (client) => {
    await client.query('INSERT INTO message VALUES ($1)', [event.body.MsgSeq]);
  }),`;

/** What the compiler says of an app with this inbox. */
function compiled(engine: string, inbox: string): string {
  const text = `import { imCallbacks } from 'express-im-callbacks';
import { ${engine}Inbox } from 'express-im-callbacks/inbox/${engine}';
export const callbacks = imCallbacks({ tencent: { sdkAppId: 1400000001 }, inbox: ${inbox}, ${handler} });\n`;
  const file = join(folder, `${engine}.ts`);
  writeFileSync(file, text);
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const flags = '--ignoreConfig --strict --noEmit --module node16 --target es2022 --types node --pretty false';
  try {
    return execFileSync(process.execPath, [tsc, ...flags.split(' '), file], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

it('has the methods of pg with postgresInbox', () => {
  expect(compiled('postgres', "postgresInbox({ connection: 'postgres://app@127.0.0.1/chat' })")).toBe('');
}, 60_000);

it('does not compile with another engine alone', () => {
  expect(compiled('memory', 'memoryInbox()')).toContain("Property 'query' does not exist on type 'TransactionClient'");
}, 60_000);
