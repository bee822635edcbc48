import type { InboxFault } from '../inbox';
import { connectAside } from './connect';
import { findDriver, type OpenDatabase, type SqliteDatabase } from './driver';
import { statusIn } from './durability';
import { Damaged } from './error';
import { groupCommit } from './group-commit';
import { guardFile } from './guard';
import { emptyLog, housekeeping } from './housekeeping';
import { holdLock, type Lock } from './lock';
import type { SqliteSettings } from './options';
import { usablePath } from './path';
import { readPragma, setQuietly } from './pragma';
import { makePrivate } from './private-file';
import { makeProbe } from './probe';
import { recordingFaults } from './recording-faults';
import { salvage } from './salvage';
import type { SqliteStore, StoreListener } from './store';
import { openTables } from './tables';
import { takeInSaved } from './take-in-saved';
import { makeWrite } from './write';

/** Pages that are kept back from what is accepted, so that what was handled can be recorded also when maxBytes is reached. */
const reservePages = 1024;
const nobody: StoreListener = { more() {}, fault() {}, superseded() {} };

/** Opens the file and locks it. Rejects, and leaves nothing open, where either is not possible; it may be tried again. */
export async function openStore(settings: SqliteSettings): Promise<SqliteStore> {
  const open = findDriver(settings.driver);
  const file = usablePath(settings.file);
  makePrivate(file);
  const lock = holdLock(file, open);
  try {
    const faults: InboxFault[] = [];
    const database = await connectAside(file, open).catch((error) => {
      faults.push(putAside(file, open, error));
      return connectAside(file, open);
    });
    takeInSaved(database, file, open);
    return assemble({ ...settings, file }, { open, database, lock, faults });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** For another to begin in its place, where it is damaged. */
function putAside(file: string, open: OpenDatabase, error: unknown): InboxFault {
  if (!(error instanceof Damaged)) throw error;
  const fault = salvage(file, open, error);
  makePrivate(file);
  return fault;
}

interface Opened {
  open: OpenDatabase;
  database: SqliteDatabase;
  lock: Lock;
  /** What nobody could be told of yet. */
  faults: readonly InboxFault[];
}

function assemble(settings: SqliteSettings, { open, database, lock, faults }: Opened): SqliteStore {
  const { file } = settings;
  let tables = openTables(database, settings.dedupMs);
  const maxPages = Math.floor(settings.maxBytes / Number(readPragma(database, 'page_size')));
  const set = (pragma: string) => setQuietly(tables.database, pragma);
  const limit = (pages: number) => set(`max_page_count=${pages}`);
  limit(maxPages);

  const tally = { waiting: 0, dead: 0 };
  let listener = nobody;
  const guard = guardFile({
    database,
    file,
    open,
    lock,
    replaced(saved) {
      tables = openTables(saved, settings.dedupMs);
    },
    superseded: () => listener.superseded(),
    tell: (fault) => listener.fault(fault),
  });
  const commits = groupCommit({
    transaction: () => tables,
    begun() {
      const before = { ...tally };
      return () => Object.assign(tally, before);
    },
    committed() {
      guard.learn();
      listener.more();
    },
    refusal: guard.refusal,
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
  const count = () => {
    Object.assign(tally, { waiting: tables.waiting.count(), dead: tables.deadLetters.count() });
  };
  count();
  const house = housekeeping({
    tables: () => tables,
    tally,
    settings,
    commits,
    watch: () => void guard.refusalOfAll(),
    emptied: guard.learnAll,
    count,
    more: () => listener.more(),
  });
  const probe = makeProbe({ file, maxPages, tables: () => tables, write: commits.write });

  return {
    ...makeWrite({ file, maxPages, tables: () => tables, tally, write: commits.write }),
    record: commits.record,
    keep: commits.keep,
    mark: commits.mark,
    isBehind: () => commits.isBehind,
    tables: () => tables,
    tally,
    status: statusIn(database, file),
    async probe() {
      const error = guard.refusalOfAll();
      if (error !== undefined) throw error;
      await probe();
    },
    bury(content, error, attempts) {
      tables.deadLetters.bury(content, error, attempts);
      tally.dead += 1;
      if (tally.dead > settings.maxDead) tally.dead -= tables.deadLetters.removeOldest(tally.dead - settings.maxDead);
    },
    listen(given) {
      listener = given;
      for (const fault of faults) listener.fault(fault);
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
        guard.close();
        tables.database.close();
        lock.release();
      }
    },
  };
}
