/**
 * For fields that the server takes over only when they are not empty: a handler that filters everything out would believe
 * that it stopped the operation, while the original goes through whole.
 */
export function refuseEmpty<F extends string>(field: F) {
  return (changes: { [K in F]?: string | readonly unknown[] }): string | undefined =>
    changes[field]?.length === 0 ? `an empty ${field} changes nothing; use refuse() to stop it` : undefined;
}
