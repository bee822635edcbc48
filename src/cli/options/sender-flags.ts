/** How the arguments of the command line are read: flags, names of commands, values. */

import { type Command, Option } from 'commander';
import { createAnySender } from '../../sender/create-sender';
import type { Sent } from '../../sending/sender';
import { targetUrl } from '../../sending/target-url';
import type { Vendor } from '../../vendors';
import type { SenderFlags as AnyFlags } from '../../vendors/vendor-flags';
import { commandLineOf, shortNameOf, vendorNames } from '../command-lines';
import { usageError } from '../process/one-line-error';
import { duration } from './values';
import { addVendorFlags } from './vendor-flags';

/** What a sender needs to know. */
export type SenderFlags = AnyFlags & { readonly vendor?: Vendor };

/** A sender of any command, for a vendor that is known only at run time. */
export interface AnySender {
  sendAny(command: string, body: object, options?: object): Promise<Sent>;
  close(): void;
}

/** Adds the options of {@link SenderFlags} to a command. */
export function addSenderOptions(command: Command): Command {
  command
    .addOption(
      new Option('--to <url>', "the receiver's URL, as it is configured at the vendor")
        .makeOptionMandatory()
        .argParser(receiverUrl),
    )
    .addOption(
      new Option('--on-failure <verdict>', 'what the vendor is set to do when a before-callback fails').choices([
        'allow',
        'refuse',
      ]),
    )
    .addOption(timeoutOption());
  return addVendorFlags(command, { sending: true });
}

export function timeoutOption(): Option {
  const usual = vendorNames
    .map((vendor) => `${shortNameOf(vendor)} ${commandLineOf(vendor).timeoutMs / 1000}s`)
    .join(', ');
  return new Option('--timeout <time>', `when the sender gives up (default: ${usual})`).argParser(duration('10m'));
}

export function receiverUrl(value: string): string {
  if (isTarget(value)) return value;
  const guess = /^[\w.-]+(:\d+)?(\/|$)/.test(value) ? ` Did you mean http://${value}?` : '';
  // Our own error: commander's message would quote the value, and a password in it.
  const shown = value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1***@');
  throw usageError(`${shown} is not a URL; write the whole URL, e.g. http://127.0.0.1:3000/im-callback.${guess}`);
}

function isTarget(value: string): boolean {
  try {
    return targetUrl(value) !== undefined;
  } catch {
    return false; // a % in the credentials that encodes nothing
  }
}

/** The vendor's sender. */
export function senderFor(vendor: Vendor, flags: SenderFlags): AnySender {
  const { to, timeout } = flags;
  const timeoutMs = timeout === undefined ? {} : { timeoutMs: timeout };
  return createAnySender({ vendor, to, ...timeoutMs, ...commandLineOf(vendor).senderOptions(flags) });
}
