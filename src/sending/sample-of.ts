import type { AnyCommand } from '../catalogue/command';

/** A fresh copy of a command's sample, which nobody else changes. */
export function sampleOf({ sample }: AnyCommand): Record<string, unknown> {
  return JSON.parse(JSON.stringify(sample));
}
