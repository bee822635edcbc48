import type { Vendor } from '../../vendors';
import { allCommands, type KnownCommand } from '../../vendors/commands';
import { vendorNames } from '../command-lines';
import { someCommandsNamed } from '../options/command-names';
import type { AppReceiver } from './app-process';

/** The commands of each vendor that an app has handlers for; vendors without any are left out. */
export type WantedCommands = ReadonlyMap<Vendor, readonly KnownCommand[]>;

/**
 * `names` stand for the commands of every vendor that has them, the handlers of a receiver for those of its mounted
 * vendors.
 */
export function wantedCommands(
  names: readonly string[],
  receivers: readonly AppReceiver[],
  vendor: Vendor | undefined,
): WantedCommands {
  const named = names.flatMap((name) => someCommandsNamed(name, vendor).map(({ command }) => command));
  const handled = receivers.flatMap(({ vendors, handlers }) =>
    allCommands.filter(
      (command) => handlers.includes(command.handler) && (vendors.length === 0 || vendors.includes(command.vendor)),
    ),
  );
  const wanted = new Set([...named, ...handled]);
  const asked = vendor === undefined ? vendorNames : [vendor];
  const byVendor = asked.map(
    (one) => [one, allCommands.filter((command) => command.vendor === one && wanted.has(command))] as const,
  );
  return new Map(byVendor.filter(([, commands]) => commands.length > 0));
}
