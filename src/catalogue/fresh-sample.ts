import type { AnyCommand } from './command';

/** A command's sample as a copy that is the caller's to change. By way of JSON, because a sample is what JSON holds. */
export function freshSample({ sample }: AnyCommand): Record<string, unknown> {
  return JSON.parse(JSON.stringify(sample));
}
