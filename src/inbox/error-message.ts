/** The message of whatever was thrown by a store. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
