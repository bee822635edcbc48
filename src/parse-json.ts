/**
 * Parses a body without rounding: an integer beyond 2^53 comes out as the string of its digits. Samples of Mic and Call
 * callbacks have user IDs of that size as JSON numbers (647/60736, 647/68941), and a rounded ID is another user's.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Only a text that is JSON gets here, so every string in it ends, and one pass over it is linear.
  return /\d{16}/.test(text) ? JSON.parse(text.replace(stringsAndNumbers, quoteIfBig)) : value;
}

/** Strings as a whole, so that nothing in them counts, and runs of 16 digits or more that begin a number. */
const stringsAndNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\w.+-])-?\d{16,}(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function quoteIfBig(token: string): string {
  const isBig = /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
  return isBig ? `"${token}"` : token;
}
