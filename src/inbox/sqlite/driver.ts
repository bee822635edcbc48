import { createRequire } from 'node:module';

/** The part of a SQLite binding that this package uses: `node:sqlite`, `better-sqlite3` and `libsql` share it. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
  close(): unknown;
}

/** Without `get`: in libsql 0.5 a statement whose `get` has failed once fails at every later call. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  all(...values: SqliteValue[]): unknown[];
}

export type SqliteValue = string | number | null | Uint8Array;

/** Opens a file, and creates it when there is none. */
export type OpenDatabase = (file: string) => SqliteDatabase;

export type DriverName = 'node:sqlite' | 'better-sqlite3' | 'libsql';

type DatabaseClass = new (file: string) => SqliteDatabase;

const drivers: Readonly<Record<DriverName, () => DatabaseClass>> = {
  'node:sqlite': () => (loadBuiltIn('node:sqlite') as { DatabaseSync: DatabaseClass }).DatabaseSync,
  'better-sqlite3': () => load('better-sqlite3') as DatabaseClass,
  libsql: () => load('libsql') as DatabaseClass,
};

/** The module that another thread loads to open files with the same driver; undefined for a function of the user's. */
const modules = new WeakMap<OpenDatabase, string>();

export function moduleOf(open: OpenDatabase): string | undefined {
  return modules.get(open);
}

export const driverNames = Object.keys(drivers) as readonly DriverName[];

/**
 * The configured driver, otherwise the first that works here. Throws an error that says what to install. Loads nothing before it
 * is called.
 */
export function findDriver(wanted: DriverName | OpenDatabase | undefined): OpenDatabase {
  if (typeof wanted === 'function') return wanted;
  const reasons: string[] = [];
  for (const name of wanted === undefined ? driverNames : [wanted]) {
    try {
      const Database = drivers[name]();
      // better-sqlite3 loads its binary only now: it may be missing, or built for another Node.
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

/** When webpack has bundled this, `require` finds only names that are written as literals. */
function loadBuiltIn(name: string): unknown {
  return process.getBuiltinModule(name) ?? load(name);
}

/** The name is not a literal, so that bundlers ignore the optional packages. */
function load(name: string): unknown {
  return require(name);
}

/**
 * A thread made from a string would look for packages in the working folder. `require.resolve` does not work, because bundlers
 * replace it. When nothing is found, no thread opens files.
 */
function noteModule(open: OpenDatabase, name: DriverName): void {
  try {
    modules.set(open, name === 'node:sqlite' ? name : createRequire(__filename).resolve(name));
  } catch {
    // then the main thread does it
  }
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
