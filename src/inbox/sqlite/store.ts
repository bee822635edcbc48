import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { InboxFault, InboxStatus } from '../inbox';
import { connect, readPragma } from './connect';
import type { Content } from './content';
import { findDriver, type SqliteDatabase } from './driver';
import { statusIn } from './durability';
import { kindOfError } from './error';
import { writeInPlaceOfDeadLetters } from './evict';
import { watchFile } from './file-watch';
import { type GroupCommit, groupCommit } from './group-commit';
import { emptyLog, housekeeping } from './housekeeping';
import { holdLock } from './lock';
import { loseFile } from './lose-file';
import type { SqliteSettings } from './options';
import { usablePath } from './path';
import { makePrivate } from './private-file';
import { openTables, type Tables } from './tables';
import { takeInSaved } from './take-in-saved';

/** An inbox between `open` and `close`: its tables, and the one way to change them. */
export interface SqliteStore extends Pick<GroupCommit, 'write' | 'record' | 'keep' | 'mark'> {
  /** Throws where the file was lost. */
  status(): InboxStatus;
  /** As `write`, but dead letters stay where there is no room. */
  readonly writeIfRoom: GroupCommit['write'];
  /** Of the file that is open now; asked for anew each time, since a lost file is replaced by what was saved of it. */
  tables(): Tables;
  /** How many rows there are; to be kept right by every change, within its transaction. */
  readonly tally: Tally;
  /** Adds a dead letter, and removes the oldest where there are too many; within a transaction. */
  bury(content: Content, error: string, attempts: number): void;
  /**
   * `more` is called whenever there may be more deliveries: after a commit, and once a second for those of other processes; `fault`
   * when something is wrong with the file.
   */
  listen(listener: StoreListener): void;
  close(): void;
}

export interface StoreListener {
  more(): void;
  fault(fault: InboxFault): void;
}

export interface Tally {
  waiting: number;
  dead: number;
}

/** Pages that are kept back from what is accepted, so that what was handled can be recorded also when maxBytes is reached. */
const reservePages = 1024;
/** How often in a row nothing could be recorded before the worker counts as stalled: once a second. */
const patience = 3;
const nobody: StoreListener = { more() {}, fault() {} };

/** Opens the file and locks it. Throws, and leaves nothing open, where either is not possible; it may be tried again. */
export function openStore(settings: SqliteSettings): SqliteStore {
  const open = findDriver(settings.driver);
  const file = usablePath(settings.file);
  makePrivate(file);
  const release = holdLock(file, open);
  try {
    let tables = openTables(connect(file, open, 'owner'), settings.dedupMs);
    takeInSaved(tables.database, file, open);
    const watch = watchFile(tables.database, file);
    let lost: { error: Error; release: () => void } | undefined;
    const maxPages = Math.floor(settings.maxBytes / Number(readPragma(tables.database, 'page_size')));
    const set = (pragma: string) => setQuietly(tables.database, pragma);
    const limit = (pages: number) => set(`max_page_count=${pages}`);
    limit(maxPages);

    const tally = { waiting: 0, dead: 0 };
    let listener = nobody;
    const commits = groupCommit({
      transaction: () => tables,
      begun() {
        const before = { ...tally };
        return () => Object.assign(tally, before);
      },
      committed() {
        watch.learn();
        listener.more();
      },
      refusal: lookAtFile,
      withReserve(attempt) {
        limit(maxPages + reservePages);
        const result = attempt();
        limit(maxPages);
        return result;
      },
      unsynced(attempt) {
        set('synchronous=NORMAL');
        const result = attempt();
        set('synchronous=FULL');
        watch.learn();
        return result;
      },
      failed: tellOfFailure,
    });

    /** Whether the file is still there, and why not. What was lost stays lost: another file at the path is not this one. */
    function lookAtFile(): Error | undefined {
      const loss = lost === undefined ? watch.check() : undefined;
      if (loss === undefined) return lost?.error;
      const left = loseFile({ database: tables.database, file, open, loss });
      lost = left;
      if (left.database !== undefined) tables = openTables(left.database, settings.dedupMs);
      warnOnce(left.error.message);
      listener.fault({ fault: 'lost', message: left.error.message, cause: left.error });
      return left.error;
    }

    const isNews = atMostOnceAMinute();

    function tellOfFailure(cause: unknown, times: number, givenUp: boolean): void {
      const what = givenUp ? 'it is given up, since the file is damaged there' : 'it is tried again every second';
      const message = `the inbox ${file} cannot record what was handled, and ${what}: ${errorMessage(cause)}`;
      warnOnce(message);
      if (givenUp) listener.fault({ fault: 'damaged', message, cause });
      else if (times === patience && isNews()) listener.fault({ fault: 'stalled', message, cause });
    }

    // Whether it may be `maxBytes` that the file is full by: SQLite does not tell it from a full disk, where there is mostly no
    // room for the removal either, nor by it. Half: it need not be quite there for a large delivery to find no room; so a
    // full disk under a file of more than half may cost dead letters, too.
    const isAtLimit = () => 2 * Number(readPragma(tables.database, 'page_count')) >= maxPages;
    const evicting = writeInPlaceOfDeadLetters({
      removeOldest: (count) => tables.deadLetters.removeOldest(count),
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
    const count = () => {
      Object.assign(tally, { waiting: tables.waiting.count(), dead: tables.deadLetters.count() });
    };
    count();
    const house = housekeeping({
      tables: () => tables,
      tally,
      settings: { ...settings, file },
      commits,
      watch: () => void lookAtFile(),
      emptied: watch.learn,
      count,
      more: () => listener.more(),
    });
    const status = statusIn(tables.database, file);

    return {
      write,
      writeIfRoom,
      record: commits.record,
      keep: commits.keep,
      mark: commits.mark,
      tables: () => tables,
      tally,
      status() {
        const error = lookAtFile();
        if (error !== undefined) throw error;
        return status;
      },
      bury(content, error, attempts) {
        tables.deadLetters.bury(content, error, attempts);
        tally.dead += 1;
        if (tally.dead > settings.maxDead) tally.dead -= tables.deadLetters.removeOldest(tally.dead - settings.maxDead);
      },
      listen(given) {
        listener = given;
      },
      close() {
        listener = nobody;
        house.stop();
        try {
          commits.close();
          emptyLog(tables.database);
        } catch {
          // A disk that is full, as a rule. The log is as durable as the file: the next open takes it in.
        } finally {
          tables.database.close();
          lost?.release();
          release();
        }
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** On a file that is damaged not even this can be done, of which the change that it is for tells next. */
function setQuietly(database: SqliteDatabase, pragma: string): void {
  try {
    database.exec(`PRAGMA ${pragma}`);
  } catch {
    // told by the change
  }
}

const isFull = (error: unknown) => kindOfError(error) === 'FULL';

function asInboxFull(error: unknown): never {
  if (!isFull(error)) throw error;
  throw new Error('the inbox is full: its disk is, or its file has reached maxBytes', { cause: error });
}

/** Many changes fail by one cause, and go on failing. */
function atMostOnceAMinute(): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < 60_000) return false;
    last = performance.now();
    return true;
  };
}
