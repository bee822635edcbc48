import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { Database } from './database';
import { bringUpToDate } from './layout';

/** How often at most the tables are recreated, in milliseconds. */
const againMs = 1000;

/**
 * Recreates the tables when somebody has dropped them under an open inbox, so that it accepts again, and reports that the waiting
 * deliveries are gone. Until then each acceptance fails.
 */
export function mending(
  database: Database,
  tell: (message: string, cause: unknown) => void,
): (() => Promise<void>) & { begin(): void } {
  let begun = false; // before, the migration creates them
  let lastAt = Number.NEGATIVE_INFINITY;

  async function mend(): Promise<void> {
    if (!begun || performance.now() - lastAt < againMs) return;
    lastAt = performance.now();
    const what = `the tables of the inbox in the schema ${database.schema} were dropped, and all that waited in them`;
    try {
      await bringUpToDate(database);
      const message = `${what}; they have been recreated`;
      warnOnce(message);
      tell(message, undefined);
    } catch (cause) {
      const message = `${what}; they cannot be recreated: ${errorMessage(cause)}`;
      warnOnce(message);
      tell(message, cause);
    }
  }

  const begin = () => {
    begun = true;
  };
  return Object.assign(mend, { begin });
}
