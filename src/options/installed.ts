/**
 * Loads what this package does not bring along. Throws one sentence that says what to install where it is missing; whatever
 * else is wrong with it is thrown as it is.
 */
export function installed<T>(load: () => T, { what, packages }: { what: string; packages: string }): T {
  try {
    return load();
  } catch (cause) {
    if ((cause as { code?: unknown } | null)?.code !== 'MODULE_NOT_FOUND') throw cause;
    throw new Error(`${what} needs what is not installed; run npm install ${packages}`, { cause });
  }
}
