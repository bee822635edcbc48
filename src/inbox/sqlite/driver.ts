import { createRequire } from 'node:module';

/** What is used of a SQLite binding: the part that `node:sqlite`, `better-sqlite3` and `libsql` have in common. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
  close(): unknown;
}

/** Without `get`: a statement of libsql 0.5 whose `get` has failed once fails at every later one. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  all(...values: SqliteValue[]): unknown[];
}

export type SqliteValue = string | number | null | Uint8Array;

/** Opens a file, which is made where there is none. */
export type OpenDatabase = (file: string) => SqliteDatabase;

export type DriverName = 'node:sqlite' | 'better-sqlite3' | 'libsql';

type DatabaseClass = new (file: string) => SqliteDatabase;

const drivers: Readonly<Record<DriverName, () => DatabaseClass>> = {
  'node:sqlite': () => (loadBuiltIn('node:sqlite') as { DatabaseSync: DatabaseClass }).DatabaseSync,
  'better-sqlite3': () => load('better-sqlite3') as DatabaseClass,
  libsql: () => load('libsql') as DatabaseClass,
};

/** What another thread has to load, to open files by the same driver; none for a function of the user's. */
const modules = new WeakMap<OpenDatabase, string>();

export function moduleOf(open: OpenDatabase): string | undefined {
  return modules.get(open);
}

export const driverNames = Object.keys(drivers) as readonly DriverName[];

/**
 * The driver that was asked for, else the first that works here. Throws an error that says what to install. Nothing is
 * loaded before this is called.
 */
export function findDriver(wanted: DriverName | OpenDatabase | undefined): OpenDatabase {
  if (typeof wanted === 'function') return wanted;
  const reasons: string[] = [];
  for (const name of wanted === undefined ? driverNames : [wanted]) {
    try {
      const Database = drivers[name]();
      // better-sqlite3 looks for its binary only now: it may be missing, or be made for another Node.
      new Database(':memory:').close();
      const open: OpenDatabase = (file) => new Database(file);
      noteModule(open, name);
      return open;
    } catch (error) {
      reasons.push(`${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `sqliteInbox: no SQLite driver works here; run npm install better-sqlite3 (or libsql), or use Node 22.13 or later, which has one built in (${reasons.join('; ')})`,
  );
}

/** Where webpack has bundled this, `require` finds nothing whose name is not written out. */
function loadBuiltIn(name: string): unknown {
  return process.getBuiltinModule(name) ?? load(name);
}

/** A name that is not written out as a literal, so that bundlers leave the optional ones alone. */
function load(name: string): unknown {
  return require(name);
}

/**
 * A thread that is made of a text would look for packages in the working folder. Not by `require.resolve`, which bundlers take for
 * theirs; where nothing is found, no thread opens files.
 */
function noteModule(open: OpenDatabase, name: DriverName): void {
  try {
    modules.set(open, name === 'node:sqlite' ? name : createRequire(__filename).resolve(name));
  } catch {
    // the main thread does it then
  }
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
