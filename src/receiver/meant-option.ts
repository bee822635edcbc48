import { vendors } from '../vendors';
import { allCommands } from '../vendors/commands';
import type { AnyVendor } from '../vendors/vendor';

/** Names for the hook of failures in other packages. */
const failureHooks: ReadonlySet<string> = new Set(['onError', 'onerror', 'errorHandler', 'onException']);

/** What somebody most likely meant by an option that `imCallbacks` does not have. */
export function meant(name: string): string | undefined {
  if (failureHooks.has(name)) return 'use onFailure for failures';
  const command = allCommands.find(({ wire }) => wire === name);
  if (command !== undefined) return `the handler of ${name} is called ${command.handler}`;
  const everyVendor: readonly AnyVendor[] = Object.values(vendors);
  const owner = everyVendor.find(({ ownOptions }) => ownOptions.includes(name));
  return owner === undefined ? undefined : `did you mean ${owner.name}.${name}? Write ${owner.name}: { ${name}: … }`;
}
