import type { DeadTable } from './dead';
import type { GroupCommit } from './group-commit';

export interface RoomNeeds {
  dead: DeadTable;
  tally: { dead: number };
  write: GroupCommit['write'];
  /**
   * Whether it may be `maxBytes` that the file is full by: SQLite does not tell it from a full disk, where there is mostly no
   * room for the removal either, nor by it.
   */
  isAtLimit(): boolean;
  /** Told whenever some had to go. */
  removed(): void;
}

/** Dead letters that go at once; each portion is a transaction. */
const portion = 100;

/**
 * Removes the oldest dead letters of a file that is full; false where there are none, or that cannot help. They have had all
 * their attempts, and what comes in has had none. Whoever asks meanwhile waits for the same portion.
 */
export function roomMaker({ dead, tally, write, isAtLimit, removed }: RoomNeeds): () => Promise<boolean> {
  let making: Promise<boolean> | undefined;

  function remove(): boolean {
    const gone = dead.removeOldest(portion);
    tally.dead -= gone;
    return gone > 0;
  }

  async function make(): Promise<boolean> {
    if (tally.dead === 0 || !isAtLimit()) return false;
    const made = await write(remove).catch(() => false); // whoever asks has the better error
    if (made) removed();
    return made;
  }

  return () => {
    making ??= make().finally(() => {
      making = undefined;
    });
    return making;
  };
}
