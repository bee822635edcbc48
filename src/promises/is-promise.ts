/** A promise of any realm: a test runner's sandbox has another `Promise` than Node's own modules. */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
