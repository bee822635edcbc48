import { type BigIntStats, statSync } from 'node:fs';

/** What is at a path; a path that cannot be followed leads to no file. */
export function findFile(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The numbers of some file systems are larger than those that are exact. */
export function isSameFile(now: BigIntStats | undefined, then: BigIntStats | undefined): boolean {
  return now !== undefined && now.ino === then?.ino && now.dev === then.dev;
}
