import { type BigIntStats, statSync } from 'node:fs';

/** The file at a path; undefined when the path cannot be followed. */
export function findFile(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Some file systems have inode numbers beyond 2^53. */
export function isSameFile(now: BigIntStats | undefined, then: BigIntStats | undefined): boolean {
  return now !== undefined && now.ino === then?.ino && now.dev === then.dev;
}
