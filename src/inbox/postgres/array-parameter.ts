/**
 * A list of texts in PostgreSQL's binary form of `text[]` (array_recv in its source, utils/adt/arrayfuncs.c). pg would send it as
 * text: then each quotation mark of a JSON body is escaped here and unescaped by the server.
 */
export function textArray(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = Buffer.allocUnsafe(20 + lengths.reduce((sum, length) => sum + 4 + length, 0));
  // Dimensions, whether there is a null, the type (25 is text), how many, and the number of the first.
  let at = [1, 0, 25, texts.length, 1].reduce((offset, value) => bytes.writeInt32BE(value, offset), 0);
  texts.forEach((text, i) => {
    at = bytes.writeInt32BE(lengths[i] ?? 0, at);
    at += bytes.write(text, at);
  });
  return bytes;
}
