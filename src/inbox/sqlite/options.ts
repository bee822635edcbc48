import { resolve } from 'node:path';
import { checkOptions, type Rule, wholeNumber } from '../../options/check';
import { optionError } from '../../options/option-error';
import { type StoreOptions, type StoreSettings, storeSettings } from '../store-options';
import { type DriverName, driverNames, type OpenDatabase } from './driver';

/** Where the file is, and what opens it. */
export interface SqliteFile {
  /**
   * The database file. It is created if there is none; its folder must exist. While it is open, there are three more files beside
   * it: `-wal`, `-shm` and `-lock`. Do not remove them. Give an absolute path outside the folder that you deploy, because the
   * next deployment would remove the file. Put it on a local disk: locks on network file systems are not reliable.
   */
  file: string;
  /**
   * The driver that opens it: its name, or a function for a driver of your own, e.g. `(file) => new Database(file)`. Default: the
   * first that works of `node:sqlite` (Node 22.13 or later), `better-sqlite3` and `libsql`.
   */
  driver?: DriverName | OpenDatabase;
}

export interface SqliteInboxOptions extends StoreOptions, SqliteFile {
  /**
   * How large the file may become, in bytes. Then the oldest dead letters are deleted to make room. When none is left, nothing is
   * accepted, and the sender gets 503. Default 10,737,418,240 (10 GiB). The `-wal` file comes on top, usually up to 10 MB.
   * The file does not shrink: free space in it is reused.
   */
  maxBytes?: number;
}

export type SqliteSettings = StoreSettings & Required<Pick<SqliteInboxOptions, 'maxBytes'>> & SqliteFile;

const fileRules: Readonly<Record<keyof SqliteFile, Rule>> = {
  file: (value) => {
    const isPath = typeof value === 'string' && value.trim() !== '' && value !== ':memory:';
    return isPath ? undefined : "the path of a file, e.g. '/var/lib/app/inbox.db'";
  },
  driver: (value) => {
    const fits = typeof value === 'function' || driverNames.some((name) => name === value);
    return fits ? undefined : `${driverNames.map((name) => `'${name}'`).join(', ')} or (file) => new Database(file)`;
  },
};
const ownRules = { ...fileRules, maxBytes: wholeNumber('bytes', 2 ** 20, 2 ** 46) };

/** What other packages call the file. */
const otherNames: ReadonlySet<string> = new Set(['path', 'filename', 'filepath', 'database', 'db', 'url', 'location']);
const where = (maker: string) => ({
  example: `${maker}({ file: '/var/lib/app/inbox.db' })`,
  meant: (name: string) =>
    otherNames.has(name) ? "the option is called file; write file: '/var/lib/app/inbox.db'" : undefined,
});

/** Checks the options and fills in the defaults. The path is resolved now: the working folder may change. */
export function sqliteSettings(options: SqliteInboxOptions): SqliteSettings {
  const settings = storeSettings('sqliteInbox', options, ownRules, where('sqliteInbox'));
  const { maxBytes = 10 * 2 ** 30 } = options;
  return { ...settings, maxBytes, ...located('sqliteInbox', options) };
}

/** The same for inspection only. */
export function inspectionSettings(options: SqliteFile): SqliteFile {
  checkOptions(options, {
    at: 'inspectSqliteInbox.',
    rules: fileRules,
    plain: ['file', 'driver'],
    ...where('inspectSqliteInbox'),
  });
  return located('inspectSqliteInbox', options);
}

function located(at: string, { file, driver }: SqliteFile): SqliteFile {
  // checkOptions ignores missing options.
  if (file === undefined)
    throw optionError(`imCallbacks: option ${at}.file is missing; write file: '/var/lib/app/inbox.db'`);
  return { file: resolve(file), driver };
}
