import type { SqliteDatabase } from '../driver';
import { firstLayout } from './0001-first-layout';
import { placeOfSequences } from './0002-place-of-sequences';
import { seenInBatches } from './0003-seen-in-batches';

/**
 * The migrations. A file's layout is the number of migrations applied to it. A released migration never changes: a new layout is
 * a new migration at the end.
 */
export const migrations: readonly ((database: SqliteDatabase) => void)[] = [
  firstLayout,
  placeOfSequences,
  seenInBatches,
];
