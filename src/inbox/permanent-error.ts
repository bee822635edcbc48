/** Throw it in a handler when a retry cannot help: the delivery becomes a dead letter at once. */
export class PermanentError extends Error {
  override name = 'PermanentError';
}

/** Also compares the name: a test runner or a bundler may have loaded the class twice. The thrown value may be anything. */
export function isPermanent(cause: unknown): boolean {
  try {
    return cause instanceof PermanentError || (cause instanceof Error && cause.name === 'PermanentError');
  } catch {
    return false;
  }
}
