/**
 * Calls back once with what a promise of the host's resolves to, or rejects with; resolves after that. A foreign thenable may throw in
 * its `then`, or settle twice, and a promise may have a `constructor` that throws: `await` makes a rejection of all of it, with one
 * promise where a `new Promise` around it, and a `then` on that, make three.
 */
export async function follow<T>(
  work: PromiseLike<T>,
  resolved: (value: T) => void,
  rejected: (cause: unknown) => void,
): Promise<void> {
  let value: T;
  try {
    value = await work;
  } catch (cause) {
    return rejected(cause);
  }
  resolved(value);
}
