import type { ClientConfig } from 'pg';

/** What a pool makes its clients of, with changes. A pool of pg 8 hides the password from loops, and so from a plain copy. */
export function clientOptions(own: ClientConfig, changes: ClientConfig): ClientConfig {
  return { ...own, ...(own.password !== undefined && { password: own.password }), ...changes };
}
