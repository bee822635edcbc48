import type { AnyCommand } from './command';

/**
 * A copy of a command's sample, which the caller may change. It is copied as JSON, because a sample holds only JSON
 * values.
 */
export function freshSample({ sample }: AnyCommand): Record<string, unknown> {
  return JSON.parse(JSON.stringify(sample));
}
