import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { Database } from './database';
import { bringUpToDate } from './layout';

/** Makes the tables again, at most so often, in milliseconds. */
const againMs = 1000;

/**
 * What to do when somebody has dropped the tables under an open inbox: they are made anew, so that it accepts again, and it is told
 * that what waited is gone. Until then each acceptance fails.
 */
export function mending(
  database: Database,
  tell: (message: string, cause: unknown) => void,
): (() => Promise<void>) & { begin(): void } {
  let begun = false; // before, their absence is for the migration to mend
  let lastAt = Number.NEGATIVE_INFINITY;

  async function mend(): Promise<void> {
    if (!begun || performance.now() - lastAt < againMs) return;
    lastAt = performance.now();
    const what = `the tables of the inbox in the schema ${database.schema} were dropped, and all that waited in them`;
    try {
      await bringUpToDate(database);
      const message = `${what}; they have been made anew`;
      warnOnce(message);
      tell(message, undefined);
    } catch (cause) {
      const message = `${what}; they cannot be made anew: ${errorMessage(cause)}`;
      warnOnce(message);
      tell(message, cause);
    }
  }

  const begin = () => {
    begun = true;
  };
  return Object.assign(mend, { begin });
}
