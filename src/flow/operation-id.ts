import { randomUUID } from 'node:crypto';

/** The last digits of a UUID, which count: always as many as these two have. */
const first = 100_000;
const last = 999_999;

let stem = '';
let count = last;

/**
 * An id for an operation to which its sender gave none. It looks like a UUID and is as unique, but it is no secret: anyone who sees one
 * can guess the next, so it must not be what lets anybody in.
 *
 * A random UUID for each request costs 0.7 to 1.4 µs more, 2 to 3 % of a request.
 */
export function newOperationID(): string {
  if (count === last) {
    stem = randomUUID().slice(0, -String(first).length);
    count = first - 1;
  }
  count += 1;
  return `${stem}${count}`;
}
