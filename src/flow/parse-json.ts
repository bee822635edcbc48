import { quoteBigIntegers } from './big-integers';

/**
 * Parses a body without rounding: an integer beyond 2^53 comes out as the string of its digits. Samples of Mic and Call
 * callbacks have user IDs of that size as JSON numbers (647/60736, 647/68941), and a rounded ID is another user's.
 */
export function parseJson(body: Buffer | string): unknown {
  return JSON.parse(jsonIn(body));
}

/** What `parseJson` parses of a body: JSON that any parser reads alike. */
export function jsonIn(body: Buffer | string): string {
  const quoted = quoteBigIntegers(typeof body === 'string' ? Buffer.from(body) : body);
  return withoutMark(quoted.toString());
}

/** A byte order mark may be ignored (RFC 8259, 8.1), and `express.json()` does ignore it. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
