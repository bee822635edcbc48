import type { AnyCommand } from '../catalogue/command';
import { aFunction, checkOptions } from '../options/check';
import { optionError } from '../options/option-error';
import type { Sender } from '../sending/sender';
import type { AnySenderOptions, SendingSide } from '../sending/sending-side';
import { targetUrl } from '../sending/target-url';
import { type Vendor, vendors } from '../vendors';
import type { SenderOf, SenderOptionsOf } from './sender-types';

/**
 * Makes the sending side of a chat service: requests in its exact form, its time-out, its retries and its queue, and what
 * it concludes from each reply. Options are checked here and now: a wrong one throws a `TypeError` that says what to write.
 */
export function createSender<V extends Vendor>(options: { readonly vendor: V } & SenderOptionsOf<V>): SenderOf<V> {
  // It is what the side of this vendor has made.
  return createAnySender(options) as SenderOf<V>;
}

/** The same for a vendor that is known only at run time. */
export function createAnySender(options: AnySenderOptions): Sender<AnyCommand> {
  if (options?.to === undefined)
    throw optionError(`createSender: option to is missing; write e.g. to: 'http://127.0.0.1:3000/im-callback'`);
  const side = sendingSideOf(options.vendor);
  const { rules, plain = [], required } = side.options;
  checkOptions(options, {
    of: 'createSender',
    at: '',
    rules: { ...commonRules, ...rules },
    plain: ['vendor', ...plain],
  });
  const missing = missingOption(required, options);
  if (missing !== undefined)
    throw optionError(
      `createSender: option ${missing.name} is missing; write e.g. ${missing.name}: ${missing.example}`,
    );
  return side.makeSender(options);
}

const commonRules = {
  vendor: () => undefined, // looked up before
  to: (value: unknown) =>
    targetUrl(String(value)) ? undefined : `the receiver's URL, e.g. 'http://127.0.0.1:3000/im-callback'`,
  clock: aFunction,
};

/** The sending side of a vendor, which is loaded with the first call. Throws a `TypeError` for an unknown name. */
export function sendingSideOf(vendor: string): SendingSide {
  // Checked in the same line.
  if (Object.hasOwn(vendors, vendor)) return vendors[vendor as Vendor].sending();
  const names = Object.keys(vendors).map((name) => `'${name}'`);
  throw optionError(`createSender: option vendor must be ${names.join(' or ')}; got ${JSON.stringify(vendor)}`);
}

/** The first required option that is not given. */
export function missingOption(
  required: SendingSide['options']['required'],
  options: object,
): { readonly name: string; readonly example: string } | undefined {
  const found = Object.entries(required).find(
    ([name]) => (options as Readonly<Record<string, unknown>>)[name] === undefined,
  );
  return found && { name: found[0], example: found[1] };
}
