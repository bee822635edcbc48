/** Thrown by a handler: trying again is of no use. The delivery goes to the dead letters at once. */
export class PermanentError extends Error {
  override name = 'PermanentError';
}

/** By name, too: a test runner or a bundler may have loaded the class twice. What was thrown may be anything. */
export function isPermanent(cause: unknown): boolean {
  try {
    return cause instanceof PermanentError || (cause instanceof Error && cause.name === 'PermanentError');
  } catch {
    return false;
  }
}
