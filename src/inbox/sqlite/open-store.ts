import { warnOnce } from '../../observe/warn';
import { connect, readPragma, setQuietly } from './connect';
import { findDriver } from './driver';
import { statusIn } from './durability';
import { kindOfError } from './error';
import { writeInPlaceOfDeadLetters } from './evict';
import { type Loss, watchFile } from './file-watch';
import { type GroupCommit, groupCommit } from './group-commit';
import { emptyLog, housekeeping } from './housekeeping';
import { holdLock } from './lock';
import { loseFile } from './lose-file';
import type { SqliteSettings } from './options';
import { usablePath } from './path';
import { makePrivate } from './private-file';
import { recordingFaults } from './recording-faults';
import type { SqliteStore, StoreListener } from './store';
import { openTables } from './tables';
import { takeInSaved } from './take-in-saved';

/** Pages that are kept back from what is accepted, so that what was handled can be recorded also when maxBytes is reached. */
const reservePages = 1024;
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
      refusal: () => refusal(watch.check),
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
        return result;
      },
      failed: recordingFaults(file, (fault) => listener.fault(fault)),
    });

    /** Whether the file is still there, and why not. What was lost stays lost: another file at the path is not this one. */
    function refusal(check: () => Loss | undefined): Error | undefined {
      const loss = lost === undefined ? check() : undefined;
      if (loss === undefined) return lost?.error;
      const left = loseFile({ database: tables.database, file, open, loss });
      lost = left;
      if (left.database !== undefined) tables = openTables(left.database, settings.dedupMs);
      warnOnce(left.error.message);
      listener.fault({ fault: 'lost', message: left.error.message, cause: left.error });
      return left.error;
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
      watch: () => void refusal(watch.checkAll),
      emptied: watch.learnAll,
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
        const error = refusal(watch.checkAll);
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

const isFull = (error: unknown) => kindOfError(error) === 'FULL';

function asInboxFull(error: unknown): never {
  if (!isFull(error)) throw error;
  throw new Error('the inbox is full: its disk is, or its file has reached maxBytes', { cause: error });
}
