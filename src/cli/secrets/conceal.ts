import { isObject } from '../../codecs';
import { targetUrl } from '../../sending/target-url';
import type { SenderFlags } from '../options/sender-options';

export const mask = '***';

/** What is known of a sender that must not be printed. */
export type Secrets = Pick<SenderFlags, 'to' | 'secret'> & Partial<Pick<SenderFlags, 'token' | 'vendor'>>;

/** Takes out of any text what must not be printed. Before the text is cut: half a secret is no longer recognised. */
export type Conceal = (text: string) => string;

/** Shorter values stand in any text, and protect nothing. */
const shortest = 4;

export function concealer(secrets: Secrets): Conceal {
  const spellings = [...new Set(valuesOf(secrets).flatMap(spellingsOf))]
    .filter(({ length }) => length >= shortest)
    // A longer one may hold a shorter one.
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const without = spellings.reduce((rest, spelling) => rest.replaceAll(spelling, mask), text);
    return (
      without
        // A signature is an SHA-256; of whatever a reply echoes, none is told apart from it.
        .replaceAll(/\b[0-9a-f]{64}\b/gi, mask)
        .replaceAll(/(\bSign=)[^&#\s"'<>]+/gi, `$1${mask}`)
        .replaceAll(/(\bRequestTime\W{1,6})\d+/gi, `$1${mask}`)
    );
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

/** The secret segment as it was given, or what looks like one at the end of the URL; Tencent has none. */
export function secretSegment({ to, secret, vendor }: Secrets): string | undefined {
  if (secret) return secret;
  if (vendor === 'tencent') return undefined;
  const [, last] = /\/([\w-]{16,})\/?(?:\?|$)/.exec(targetUrl(to)?.path ?? '') ?? [];
  return last;
}

function valuesOf(secrets: Secrets): string[] {
  const { token } = secrets;
  const { path = '', credentials } = targetUrl(secrets.to) ?? {};
  const own = [...new URLSearchParams(path.split('?')[1]).values()];
  const login = credentials ? [credentials.password, `${credentials.user}:${credentials.password}`] : [];
  return [token || '', secretSegment(secrets) ?? '', ...login, ...own];
}

/** As it is, in a URL, in JSON, and as Basic authentication writes it. */
function spellingsOf(value: string): string[] {
  const base64 = Buffer.from(value).toString('base64');
  return [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), base64, base64.replace(/=+$/, '')];
}
