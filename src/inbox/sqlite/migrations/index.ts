import type { SqliteDatabase } from '../driver';
import { firstLayout } from './0001-first-layout';
import { placeOfSequences } from './0002-place-of-sequences';
import { seenInBatches } from './0003-seen-in-batches';

/**
 * What brings the file from each layout to the next; the file's layout is how many of them it has seen. One that was released is
 * never changed: a change of the layout is a new one at the end.
 */
export const migrations: readonly ((database: SqliteDatabase) => void)[] = [
  firstLayout,
  placeOfSequences,
  seenInBatches,
];
