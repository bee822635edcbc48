import type { ClientConfig } from 'pg';

/**
 * The options with which a pool makes its clients, with changes. A pool of pg 8 makes the password non-enumerable, so a plain
 * copy would lack it.
 */
export function clientOptions(own: ClientConfig, changes: ClientConfig): ClientConfig {
  return { ...own, ...(own.password !== undefined && { password: own.password }), ...changes };
}
