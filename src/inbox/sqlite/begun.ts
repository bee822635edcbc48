import type { SqliteDatabase } from './driver';

/** Counts attempts that begin, all of one transaction together: deliveries that were stored together begin together. */
export interface BegunAttempts {
  count(id: number, attempts: number): void;
  /** At the end of the transaction. */
  write(): void;
  /** Discards them: the transaction has failed. */
  forget(): void;
}

interface Begun {
  readonly id: number;
  readonly attempts: number;
}

export function begunAttempts(database: SqliteDatabase): BegunAttempts {
  const update = database.prepare('UPDATE waiting SET attempts = ? WHERE id BETWEEN ? AND ?');
  let begun: Begun[] = [];

  return {
    count: (id, attempts) => void begun.push({ id, attempts }),
    write() {
      if (begun.length === 0) return;
      begun.sort((one, other) => one.id - other.id);
      for (const [first, last] of runs(begun)) update.run(first.attempts, first.id, last.id);
      begun = [];
    },
    forget() {
      begun = [];
    },
  };
}

/** First and last id of each run of consecutive ids with the same count. */
function runs(sorted: readonly Begun[]): [Begun, Begun][] {
  const found: [Begun, Begun][] = [];
  for (const one of sorted) {
    const run = found.at(-1);
    const follows = run !== undefined && one.id - run[1].id <= 1 && one.attempts === run[1].attempts;
    if (follows) run[1] = one;
    else found.push([one, one]);
  }
  return found;
}
