import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Attempt } from '../../inbox/inbox';

/** Data are equal as JSON: a field that is undefined may be absent, since a store may not tell the two apart. */
export function equal(actual: unknown, expected: unknown): void {
  deepStrictEqual(plain(actual), plain(expected));
}

/** Like `equal`, for the fields of `expected` only. */
export function has(actual: object | undefined, expected: object): void {
  const shown = Object.entries(actual ?? {}).filter(([name]) => name in expected);
  equal(Object.fromEntries(shown), expected);
}

/** Rejects with an `Error` whose message matches. */
export async function rejects(promise: Promise<unknown>, message: RegExp): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  ok(error instanceof Error, 'it must reject with an Error');
  ok(message.test(error.message), `the message must match ${message}; got ${error.message}`);
}

export const keysOf = (attempts: readonly Attempt[]) => attempts.map((attempt) => attempt.delivery.key);

const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
