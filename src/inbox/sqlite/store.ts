import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { InboxStatus } from '../inbox';
import { connect, readPragma } from './connect';
import type { Content } from './content';
import { type DeadLetterTable, deadLetterTable } from './dead-letters';
import { findDriver } from './driver';
import { statusIn } from './durability';
import { kindOfError } from './error';
import { writeInPlaceOfDeadLetters } from './evict';
import { type GroupCommit, groupCommit } from './group-commit';
import { emptyLog, housekeeping } from './housekeeping';
import { holdLock } from './lock';
import type { SqliteSettings } from './options';
import { usablePath } from './path';
import { makePrivate } from './private-file';
import { type SeenTable, seenTable } from './seen';
import { type SequenceTable, sequenceTable } from './sequences';
import { type WaitingTable, waitingTable } from './waiting';

/** An inbox between `open` and `close`: its tables, and the one way to change them. */
export interface SqliteStore extends Pick<GroupCommit, 'write' | 'keep'> {
  readonly status: InboxStatus;
  /** The same, but dead letters stay where there is no room. */
  readonly writeIfRoom: GroupCommit['write'];
  readonly waiting: WaitingTable;
  readonly deadLetters: DeadLetterTable;
  readonly seen: SeenTable;
  readonly sequences: SequenceTable;
  /** How many rows there are; to be kept right by every change, within its transaction. */
  readonly tally: Tally;
  /** Adds a dead letter, and removes the oldest where there are too many; within a transaction. */
  bury(content: Content, error: string, attempts: number): void;
  /** Calls it whenever there may be more deliveries: after a commit, and once a second for those of other processes. */
  watch(more: () => void): void;
  close(): void;
}

export interface Tally {
  waiting: number;
  dead: number;
}

/** Pages that are kept back from what is accepted, so that what was handled can be recorded also when maxBytes is reached. */
const reservePages = 1024;

/** Opens the file and locks it. Throws, and leaves nothing open, where either is not possible; it may be tried again. */
export function openStore(settings: SqliteSettings): SqliteStore {
  const open = findDriver(settings.driver);
  const file = usablePath(settings.file);
  makePrivate(file);
  const release = holdLock(file, open);
  try {
    const database = connect(file, open, 'owner');
    const maxPages = Math.floor(settings.maxBytes / Number(readPragma(database, 'page_size')));
    const limit = (pages: number) => database.exec(`PRAGMA max_page_count=${pages}`);
    limit(maxPages);

    const tally = { waiting: 0, dead: 0 };
    let more = () => {};
    const commits = groupCommit({
      database,
      begun() {
        const before = { ...tally };
        return () => Object.assign(tally, before);
      },
      committed: () => more(),
      withReserve(attempt) {
        limit(maxPages + reservePages);
        const result = attempt();
        limit(maxPages);
        return result;
      },
      failed: (error) =>
        warnOnce(
          `the inbox ${file} cannot record what was handled, and tries again every second: ${errorMessage(error)}`,
        ),
    });
    const [waiting, deadLetters] = [waitingTable(database), deadLetterTable(database)];
    // Whether it may be `maxBytes` that the file is full by: SQLite does not tell it from a full disk, where there is mostly no
    // room for the removal either, nor by it. Half: it need not be quite there for a large delivery to find no room; so a
    // full disk under a file of more than half may cost dead letters, too.
    const isAtLimit = () => 2 * Number(readPragma(database, 'page_count')) >= maxPages;
    const evicting = writeInPlaceOfDeadLetters({
      deadLetters,
      tally,
      write: commits.write,
      evicted: () => warnOnce(`the inbox ${file} is full, and its oldest dead letters make room for what comes in`),
    });
    const writeIfRoom: GroupCommit['write'] = (change) => commits.write(change).catch(asInboxFull);
    const write: GroupCommit['write'] = (change) =>
      commits
        .write(change)
        .catch((error) => (isFull(error) && isAtLimit() ? evicting(change) : Promise.reject(error)))
        .catch(asInboxFull);
    const [seen, sequences] = [seenTable(database, settings.dedupMs), sequenceTable(database, write)];
    const count = () => Object.assign(tally, { waiting: waiting.count(), dead: deadLetters.count() });
    count();
    const bury: SqliteStore['bury'] = (content, error, attempts) => {
      deadLetters.bury(content, error, attempts);
      tally.dead += 1;
      if (tally.dead > settings.maxDead) tally.dead -= deadLetters.removeOldest(tally.dead - settings.maxDead);
    };
    const tables = { waiting, deadLetters, seen, sequences, tally, write, writeIfRoom, keep: commits.keep };
    const house = housekeeping({
      ...tables,
      database,
      settings: { ...settings, file },
      commits,
      count,
      more: () => more(),
    });

    return {
      ...tables,
      bury,
      status: statusIn(database, file),
      watch(listener) {
        more = listener;
      },
      close() {
        more = () => {};
        house.stop();
        try {
          commits.close();
          emptyLog(database);
        } catch {
          // A disk that is full, as a rule. The log is as durable as the file: the next open takes it in.
        } finally {
          database.close();
          release();
        }
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

const isFull = (error: unknown) => kindOfError(error) === 'FULL';

function asInboxFull(error: unknown): never {
  if (!isFull(error)) throw error;
  throw new Error('the inbox is full: its disk is, or its file has reached maxBytes', { cause: error });
}
