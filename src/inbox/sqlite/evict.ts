import { kindOfError } from './error';
import type { GroupCommit } from './group-commit';

export interface EvictionNeeds {
  /** Returns how many it removed. */
  removeOldest(count: number): number;
  tally: { dead: number };
  write: GroupCommit['write'];
  /** Called whenever some were removed. */
  evicted(): void;
}

/** How many dead letters are removed first; ten times as many each time that this is not enough. */
const portion = 100;

/**
 * Repeats a change that found the file full, and removes the oldest dead letters to make room: they have used up their attempts,
 * and a new delivery has had none. Removal and change are one transaction, so that nothing is removed for a change that does not
 * fit anyway. One at a time, because the room made by the first may suffice for the next. Rejects as `write` does.
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
