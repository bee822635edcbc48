import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Vendor } from '../../vendors';
import type { VendorFlag } from '../../vendors/vendor-flags';
import { commandLineOf, labelOf, vendorNames } from '../command-lines';
import { usageError } from '../process/one-line-error';

interface FlagsWanted {
  /** Flags that say how callbacks are sent. */
  readonly sending: boolean;
  /** Flags that prove who calls; default true. */
  readonly calling?: boolean;
}

/** Adds each vendor's own flags, in a help group of their own. */
export function addVendorFlags(command: Command, { sending, calling = true }: FlagsWanted): Command {
  for (const vendor of vendorNames) {
    for (const flag of commandLineOf(vendor).flags) {
      if ((flag.onlySending && !sending) || (flag.onlyCalling && !calling)) continue;
      for (const option of optionsOf(flag)) command.addOption(option.helpGroup(`${labelOf(vendor)}:`));
    }
  }
  return command;
}

function optionsOf(flag: VendorFlag): Option[] {
  const option = new Option(flag.name, flag.about);
  if (flag.env !== undefined) option.env(flag.env.name);
  if (flag.default !== undefined) option.default(flag.default);
  if (option.required) option.argParser((value) => checked(flag, value));
  return flag.without === undefined ? [option] : [option, new Option(`--no-${option.name()}`, flag.without)];
}

function checked({ mend, isSecret }: VendorFlag, value: string): string {
  const wrong = mend?.(value);
  if (wrong === undefined) return value;
  // commander's message quotes the value.
  throw isSecret ? usageError(wrong) : new InvalidArgumentError(wrong);
}

/**
 * Refuses the flags of another vendor, which would change nothing. Of the environment variables, each vendor reads its
 * own.
 */
export function refuseIgnored(command: Command, vendor: Vendor): void {
  for (const other of vendorNames) {
    if (other === vendor) continue;
    for (const flag of commandLineOf(other).flags) {
      const option = new Option(flag.name);
      const name = option.attributeName();
      if (command.getOptionValueSource(name) !== 'cli' || command.getOptionValue(name) === false) continue;
      throw usageError(`${option.long} is ${other}'s, and changes nothing for ${vendor}; leave it out`);
    }
  }
}

/** The values that must not be printed. */
export function secretValuesIn(flags: Readonly<Record<string, unknown>>): string[] {
  const names = vendorNames.flatMap((vendor) =>
    commandLineOf(vendor).flags.flatMap(({ name, isSecret }) => (isSecret ? [new Option(name).attributeName()] : [])),
  );
  return names.map((name) => flags[name]).filter((value) => typeof value === 'string');
}
