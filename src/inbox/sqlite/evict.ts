import { kindOfError } from './error';
import type { GroupCommit } from './group-commit';

export interface EvictionNeeds {
  /** Says how many there were. */
  removeOldest(count: number): number;
  tally: { dead: number };
  write: GroupCommit['write'];
  /** Told whenever some had to go. */
  evicted(): void;
}

/** How many dead letters go at first; ten times as many each time that this is not enough. */
const portion = 100;

/**
 * Makes a change that found the file full, in the place of the oldest dead letters: they have had all their attempts, and
 * what comes in has had none. Removal and change are one transaction, so that none goes in vain for a change that is too
 * large all the same. One at a time, since what the first made may do for the next. Rejects as `write` does.
 */
export function writeInPlaceOfDeadLetters({
  removeOldest,
  tally,
  write,
  evicted,
}: EvictionNeeds): GroupCommit['write'] {
  let turn: Promise<unknown> = Promise.resolve();

  async function evictFor<T>(change: () => T): Promise<T> {
    for (let going = 0; ; going = Math.max(portion, 10 * going)) {
      const had = tally.dead;
      try {
        const made = await write(() => {
          if (going > 0) tally.dead -= removeOldest(going);
          return change();
        });
        if (going > 0) evicted();
        return made;
      } catch (error) {
        if (kindOfError(error) !== 'FULL' || going >= had) throw error;
      }
    }
  }

  return (change) => {
    const made = turn.then(() => evictFor(change));
    turn = made.catch(() => undefined);
    return made;
  };
}
