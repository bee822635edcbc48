import { warnOnce } from '../../observe/warn';
import { kindOfError, storeError } from './error';
import { writeInPlaceOfDeadLetters } from './evict';
import type { GroupCommit } from './group-commit';
import { readPragma } from './pragma';
import type { SqliteStore, Tally } from './store';
import type { Tables } from './tables';

export interface WriteNeeds {
  file: string;
  maxPages: number;
  tables(): Tables;
  tally: Tally;
  write: GroupCommit['write'];
}

/** How what is new is stored: where the file is full, in the place of the oldest dead letters. Rejects with what to do. */
export function makeWrite(needs: WriteNeeds): Pick<SqliteStore, 'write' | 'writeIfRoom'> {
  const { file, maxPages, tables, tally, write } = needs;

  // Whether it may be `maxBytes` that the file is full by: SQLite does not tell it from a full disk, where there is mostly no
  // room for the removal either, nor by it. Half: it need not be quite there for a large delivery to find no room; so a
  // full disk under a file of more than half may cost dead letters, too.
  const isAtLimit = () => 2 * Number(readPragma(tables().database, 'page_count')) >= maxPages;
  const evicting = writeInPlaceOfDeadLetters({
    removeOldest: (count) => tables().deadLetters.removeOldest(count),
    tally,
    write,
    evicted: () => warnOnce(`the inbox ${file} is full, and its oldest dead letters make room for what comes in`),
  });
  const inWords = (error: unknown) => Promise.reject(storeError(file, error));

  return {
    writeIfRoom: (change) => write(change).catch(inWords),
    write: (change) =>
      write(change)
        .catch((error) => (isFull(error) && isAtLimit() ? evicting(change) : Promise.reject(error)))
        .catch(inWords),
  };
}

const isFull = (error: unknown) => kindOfError(error) === 'FULL';
