/** The message of anything that a store threw. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
