/**
 * What must not be printed or written: secrets that were given on the command line (conceal), in a URL (shown-request),
 * and both secrets and texts in a recorded body (redact).
 */

import { isObject } from '../../codecs';
import { targetUrl } from '../../sending/target-url';
import { commandLineOf, vendorNames } from '../command-lines';
import type { SenderFlags } from '../options/sender-flags';
import { secretValuesIn } from '../options/vendor-flags';

export const mask = '***';

/**
 * Masks in a text what must not be printed. It must run before the text is cut: half a secret is no longer recognised.
 */
export type Conceal = (text: string) => string;

/** Shorter values occur in any text, and protect nothing. */
const shortest = 4;

export function concealer(flags: SenderFlags): Conceal {
  const spellings = [...new Set(valuesOf(flags).flatMap(spellingsOf))]
    .filter(({ length }) => length >= shortest)
    // The longest first, because it may contain a shorter one.
    .sort((a, b) => b.length - a.length);
  const patterns = vendorNames.flatMap((vendor) => commandLineOf(vendor).secrets.patterns);
  return (text) => {
    const without = spellings.reduce((rest, spelling) => rest.replaceAll(spelling, mask), text);
    return patterns.reduce((rest, pattern) => rest.replaceAll(pattern, `$1${mask}`), without);
  };
}

/** The same for every text in a value. */
export function concealedIn<T>(value: T, conceal: Conceal): T {
  return changed(value, conceal) as T; // of the same shape
}

function changed(value: unknown, conceal: Conceal): unknown {
  if (typeof value === 'string') return conceal(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, conceal));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner, conceal)]));
}

/** What looks like a secret at the end of the URL's path, unless the vendor is known to have none there. */
export function secretInPath({ to, vendor }: SenderFlags): string | undefined {
  if (vendor !== undefined && !commandLineOf(vendor).secrets.inPath) return undefined;
  const [, last] = /\/([\w-]{16,})\/?(?:\?|$)/.exec(targetUrl(to)?.path ?? '') ?? [];
  return last;
}

function valuesOf(flags: SenderFlags): string[] {
  const { path = '', credentials } = targetUrl(flags.to) ?? {};
  const own = [...new URLSearchParams(path.split('?')[1]).values()];
  const login = credentials ? [credentials.password, `${credentials.user}:${credentials.password}`] : [];
  return [...secretValuesIn(flags), secretInPath(flags) ?? '', ...login, ...own];
}

/** As it is, in a URL, in JSON, and as Basic authentication writes it. */
function spellingsOf(value: string): string[] {
  const base64 = Buffer.from(value).toString('base64');
  return [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), base64, base64.replace(/=+$/, '')];
}
