import { acceptance } from './acceptance';
import { deadLetters } from './dead-letters';
import { order } from './order';
import { retries } from './retries';
import { type ContractTest, type Engine, makeScene } from './scene';
import { sequences } from './sequences';
import { stopping } from './stopping';

/** Declares one test: `it` or `test` of Jest or Vitest, `test` of `node:test`. */
export type Test = (name: string, run: () => Promise<void>) => unknown;

const suite: Record<string, ContractTest> = {
  ...acceptance,
  ...retries,
  ...order,
  ...deadLetters,
  ...stopping,
  ...sequences,
};

/**
 * Declares a test for everything that an inbox must do; the package's own engines pass the same tests. `fresh` is
 * called once for each test and resolves with an engine on a store that is empty. Some tests wait, none for longer than 15
 * seconds.
 * @throws `TypeError`, where `test` or `fresh` is not a function.
 * @example
 * inboxContract(test, async () => {
 *   const database = await emptyDatabase();
 *   return { make: (options) => myInbox(database, options) };
 * });
 */
export function inboxContract(test: Test, fresh: () => Promise<Engine>): void {
  if (typeof test !== 'function')
    throw new TypeError(`inboxContract: test must be a function, e.g. it; got ${typeof test}`);
  if (typeof fresh !== 'function') throw new TypeError(`inboxContract: fresh must be a function; got ${typeof fresh}`);
  for (const [name, run] of Object.entries(suite)) test(name, () => runWith(fresh, run));
}

async function runWith(fresh: () => Promise<Engine>, run: ContractTest): Promise<void> {
  const scene = makeScene(await fresh());
  try {
    await run(scene);
  } finally {
    await scene.end();
  }
}
