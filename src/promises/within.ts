/** Longest time of a timer, in milliseconds; Node takes a longer one for 1 ms. */
export const longestTimer = 2 ** 31 - 1;

/**
 * Waits for a promise, but no longer than `ms` milliseconds. In time: resolves or rejects as it does. Else `late` is called, and
 * what it returns or throws is the result. The timer keeps the process alive until then.
 */
export function within<T, L>(ms: number, promise: PromiseLike<T>, late: () => L): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        try {
          resolve(late());
        } catch (error) {
          reject(error);
        }
      },
      Math.min(ms, longestTimer),
    );
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
