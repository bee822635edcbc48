/**
 * Lists as PostgreSQL's binary form of an array (array_recv in its source, utils/adt/arrayfuncs.c). pg would make a text of each, with every
 * value in quotation marks: for a handled delivery that is a dozen numbers, and each quotation mark of its JSON once more.
 */

/** Numbers of PostgreSQL's own for its types (pg_type.dat). */
const types = { bigint: 20, text: 25, uuid: 2950 };

/** `bigint[]`, also where the column is of a smaller type. */
export function numberArray(values: readonly (number | null)[]): Buffer {
  const { bytes, start } = arrayOf(types.bigint, values, 8);
  let at = start;
  for (const value of values) {
    at = bytes.writeInt32BE(value === null ? -1 : 8, at);
    if (value === null) continue;
    // As BigInt would be written, without making one.
    at = bytes.writeInt32BE(Math.floor(value / 2 ** 32), at);
    at = bytes.writeUInt32BE(value >>> 0, at);
  }
  return bytes.subarray(0, at);
}

/** `uuid[]`, of the first 16 bytes of each. */
export function uuidArray(values: readonly (Buffer | null)[]): Buffer {
  const { bytes, start } = arrayOf(types.uuid, values, 16);
  let at = start;
  for (const value of values) {
    at = bytes.writeInt32BE(value === null ? -1 : 16, at);
    if (value !== null) at += value.copy(bytes, at, 0, 16);
  }
  return bytes.subarray(0, at);
}

/** `text[]`. */
export function textArray(texts: readonly string[]): Buffer {
  const longest = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const { bytes, start } = arrayOf(types.text, texts, 0, longest);
  let at = start;
  for (const text of texts) {
    const length = bytes.write(text, at + 4);
    at = bytes.writeInt32BE(length, at) + length;
  }
  return bytes;
}

/** With its head: dimensions, whether there may be a null, the type, how many, and the number of the first. */
function arrayOf(type: number, values: readonly unknown[], size: number, more = 0): { bytes: Buffer; start: number } {
  const bytes = Buffer.allocUnsafe(20 + values.length * (4 + size) + more);
  const head = values.length === 0 ? [0, 0, type] : [1, values.includes(null) ? 1 : 0, type, values.length, 1];
  const start = head.reduce((offset, value) => bytes.writeInt32BE(value, offset), 0);
  return { bytes: values.length === 0 ? bytes.subarray(0, start) : bytes, start };
}
