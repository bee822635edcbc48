import { readFileSync } from 'node:fs';
import type { Vendor } from '../../vendors';
import type { VendorSetUp } from '../../vendors/vendor-set-up';
import { commandLineOf, vendorNames } from '../command-lines';
import type { SenderFlags } from '../options/sender-flags';
import { usageError } from '../process/one-line-error';
import { concealer } from '../secrets/conceal';
import { type Finding, merged } from './finding';

/** Stands for the URL when doctor calls no receiver: it holds nothing to conceal. */
const nowhere = 'http://127.0.0.1';

/**
 * What is wrong with a vendor's configuration; `handlersOf` gives the app's handlers for a vendor, where they are
 * known.
 */
export function checkConfig(
  file: string,
  flags: Partial<SenderFlags>,
  handlersOf: (vendor: Vendor) => readonly string[] | undefined,
): Finding[] {
  const text = textOf(file);
  const [vendor, setUp] = ownerOf(file, text, flags.vendor);
  const found = setUp.examine({ text, handlers: handlersOf(vendor), flags });
  const conceal = concealer({ ...flags, to: flags.to ?? nowhere });
  return merged(found.map((one) => [vendor, one] as const)).map((one) => ({ ...one, seen: conceal(one.seen) }));
}

function ownerOf(file: string, text: string, vendor: Vendor | undefined): [Vendor, VendorSetUp] {
  const asked = vendor === undefined ? vendorNames : [vendor];
  const owner = asked.find((name) => commandLineOf(name).setUp.reads(text));
  if (owner !== undefined) return [owner, commandLineOf(owner).setUp];
  throw usageError(`--config ${file} is not a configuration of ${asked.join(' or ')} that doctor can read`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(`--config ${file} cannot be read: ${(error as Error).message}`); // node:fs throws errors only
  }
}
