/** The examples that editors show of handler options are code: all of them compile, in one receiver of all vendors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../src';
import { type Consumer, compile, makeConsumer } from '../../support/editor/consumer';

const docs = readFileSync(join(__dirname, '../../../src/vendors/handler-docs.ts'), 'utf8');
const examples = [...docs.matchAll(/@example\n +\* (.*)\n/g)].map(([, line]) => line);

const code = `import { allow, imCallbacks, refuse } from 'express-im-callbacks';
declare function save(value: unknown): Promise<void>;
declare function isWelcome(value: unknown): Promise<boolean>;
imCallbacks({
  tencent: { sdkAppId: 1400000001 },
  openim: { secret: 'a-secret-of-tests-0' },
  ${examples.join('\n  ')}
});
`;

let consumer: Consumer;
beforeAll(() => {
  consumer = makeConsumer({ 'examples.ts': code });
}, 120_000);
afterAll(() => consumer?.remove());

it('has an example for each handler', () => {
  const handlers = new Set(commands.map(({ handler }) => handler));
  expect(examples.map((example) => example?.split(':')[0]).sort()).toEqual([...handlers].sort());
});

it('compiles', () => expect(compile(consumer, 'newest')).toBe(''), 60_000);

it('costs the compiler little: it has a handler for everything', () => {
  const printed = compile(consumer, 'newest', '--skipLibCheck', '--extendedDiagnostics');
  const [, instantiations] = /^Instantiations: +(\d+)/m.exec(printed) ?? [];
  // Some 37,000. If the commands of each handler were picked out of all commands each time, it would be 112,000.
  expect(Number(instantiations)).toBeLessThan(60_000);
}, 60_000);
