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

/** Stores new deliveries. When the file is full, the oldest dead letters make room. Rejects with what to do. */
export function makeWrite(needs: WriteNeeds): Pick<SqliteStore, 'write' | 'writeIfRoom'> {
  const { file, maxPages, tables, tally, write } = needs;

  // SQLite reports a full disk and a reached `maxBytes` with the same error. Deleting dead letters helps in the second case only,
  // so we assume it when the file has at least half of `maxBytes`: a large delivery finds no room before the file is quite full. The
  // price: on a full disk under such a file some dead letters are deleted although it does not help.
  const isAtLimit = () => 2 * Number(readPragma(tables().database, 'page_count')) >= maxPages;
  const evicting = writeInPlaceOfDeadLetters({
    removeOldest: (count) => tables().deadLetters.removeOldest(count),
    tally,
    write,
    evicted: () =>
      warnOnce(`the inbox ${file} is full, so the oldest dead letters are deleted to make room for new deliveries`),
  });
  const inWords = (error: unknown) => Promise.reject(storeError(file, error));

  return {
    writeIfRoom: (change) => write(change).catch(inWords),
    write: (change) =>
      write(change).catch((error) => (isFull(error) && isAtLimit() ? evicting(change).catch(inWords) : inWords(error))),
  };
}

const isFull = (error: unknown) => kindOfError(error) === 'FULL';
