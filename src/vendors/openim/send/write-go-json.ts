/**
 * JSON as Go's encoding/json writes it: `<`, `>` and `&` in strings are escaped, and so are the two line ends that
 * JavaScript once did not allow in a string (seen in the bodies of servers 2.3.3 to main).
 */
export function writeGoJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
