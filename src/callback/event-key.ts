import { hash } from 'node:crypto';

/** JSON, or nothing for a body that is nested too deeply to be written down. */
export function jsonOf(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
  }
}

/** A digest of a body, or why there is none that tells it from every other body. */
export type BodyDigest =
  | { readonly digest: string }
  | { readonly digest?: undefined; readonly because: 'notUtf8' | 'nestedTooDeeply' };

/**
 * Of the bytes as they came, where we have them: writing half characters as JSON again takes five times what JSON.parse takes for
 * them. So two spellings of one body are two bodies; a sender that repeats a callback sends the same bytes. Of a body that
 * somebody has parsed before us, of its JSON.
 */
export function digestOf(received: Buffer | string | undefined, body: unknown): BodyDigest {
  if (received !== undefined) return { digest: hash('sha256', received, 'base64url') };
  const text = jsonOf(body);
  if (text === undefined) return { because: 'nestedTooDeeply' };
  return text.includes(unreadable) ? { because: 'notUtf8' } : { digest: hash('sha256', text, 'base64url') };
}

/** What a decoder writes for bytes that are no UTF-8, whichever they were: two IDs that have it may be different ones. */
export const unreadable = '\ufffd';

type Part = string | number | null | undefined;

export function namesSomething(part: Part): boolean {
  if (typeof part === 'string') return part !== '' && !part.includes(unreadable);
  return part !== undefined;
}

/** IDs may hold any character; encoding keeps two different lists of parts from becoming one string. */
export function joined(parts: readonly Part[]): string {
  return parts.map(encoded).join('/');
}

/**
 * A part that is rightly absent is a lone `-`. What is no ID that anybody gives out, with half a surrogate pair in it, which
 * has no encoding in a URI, or of thousands of characters, is `~` and a digest of its code units. An ID that looks like one
 * of the two is escaped. All of it can be decoded as a part of a URI.
 */
function encoded(part: Part): string {
  if (part === null) return '-';
  const text = String(part);
  if (text.length > longestID || !text.isWellFormed())
    return `~${hash('sha256', Buffer.from(text, 'utf16le'), 'base64url')}`;
  if (text === '-') return '%2D';
  return text.startsWith('~') ? `%7E${encodeURIComponent(text.slice(1))}` : encodeURIComponent(text);
}

const longestID = 512;
