import { type Blob, bytesOf, fromContent } from './content';
import type { SqliteDatabase, SqliteValue } from './driver';

type Table = keyof typeof columns;
type Row = Record<string, SqliteValue | Blob>;

const columns = {
  waiting: ['id', 'accepted_at', 'lane', 'aside', 'attempts', 'first_failed_at', 'due_at', 'delay_ms'],
  content: ['id', 'head', 'body'],
  dead: ['id', 'buried_at', 'attempts', 'error', 'lane', 'head', 'body'],
} as const;
/** The inbox also works without these tables: the keys, and the known message numbers. */
const whatMayBeMissing = {
  seen: ['hash', 'until'],
  seen_batch: ['until', 'hashes'],
  sequence: ['id', 'conversation', 'state', 'due_at'],
};

/** How many ids are tried one by one when the list of ids is unreadable. */
const mostGuesses = 20_000;
/** The content of an unreadable delivery. */
const nothing = new Uint8Array();

/**
 * Copies what can be read of a damaged database into an empty one, row by row. It also copies a delivery with missing parts: the
 * worker that reads it makes the rest a dead letter. Throws when there is no room.
 */
export function saveRows(from: SqliteDatabase, to: SqliteDatabase): void {
  to.exec('BEGIN IMMEDIATE');
  for (const [table, names] of Object.entries(columns)) {
    const insert = inserter(to, table, names);
    const read = reader(from, table as Table); // a key of `columns`
    for (const id of read === undefined ? [] : idsIn(from, table)) insert(read?.(id));
  }
  for (const [table, names] of Object.entries(whatMayBeMissing)) {
    const rows = attempt(() => from.prepare(`SELECT * FROM ${table}`).all() as Row[]); // all columns are of these types
    for (const row of rows ?? []) inserter(to, table, names)(row);
  }
  to.exec(
    "INSERT INTO content (id, head, body) SELECT id, x'', x'' FROM waiting WHERE id NOT IN (SELECT id FROM content)",
  );
  putBackInLanes(to);
  to.exec('COMMIT');
}

/** A row that does not fit the table is damaged as well. */
function inserter(to: SqliteDatabase, table: string, names: readonly string[]): (row: Row | undefined) => void {
  const insert = to.prepare(`INSERT OR IGNORE INTO ${table} (${names}) VALUES (${names.map(() => '?')})`);
  return (row) => void (row && insert.run(...names.map((name) => plainValue(row[name]))));
}

/** From both ends up to the unreadable part, and every possible id in between. */
function idsIn(database: SqliteDatabase, table: string): number[] {
  const first = walk(database, `SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT 1`, 0);
  if (first.isWhole) return first.ids;
  const last = walk(database, `SELECT id FROM ${table} WHERE id < ? ORDER BY id DESC LIMIT 1`, Number.MAX_SAFE_INTEGER);
  const [from, until] = [(first.ids.at(-1) ?? 0) + 1, last.ids.at(-1) ?? highestOf(database, table)];
  const between = Math.max(0, Math.min(until - from, mostGuesses));
  return [...first.ids, ...Array.from({ length: between }, (_, i) => from + i), ...last.ids.reverse()];
}

/** Ids are assigned in order, and are the same in waiting and content. */
function highestOf(database: SqliteDatabase, table: string): number {
  const sql = "SELECT max(seq) + 1 AS id FROM sqlite_sequence WHERE name = ? OR (? = 'content' AND name = 'waiting')";
  const rows = attempt(() => database.prepare(sql).all(table, table) as { id: number | null }[]); // the column of the statement
  return rows === undefined ? mostGuesses : (rows[0]?.id ?? 0); // none: nothing was ever inserted
}

function walk(database: SqliteDatabase, sql: string, start: number): { ids: number[]; isWhole: boolean } {
  const ids: number[] = [];
  try {
    const next = database.prepare(sql);
    for (;;) {
      const [row] = next.all(ids.at(-1) ?? start) as { id: number }[]; // the column of the statement
      if (row === undefined) return { ids, isWhole: true };
      ids.push(row.id);
    }
  } catch {
    return { ids, isWhole: false };
  }
}

/** Reads rows, and column by column when a whole row is unreadable; undefined when the table is gone. */
function reader(database: SqliteDatabase, table: Table): ((id: number) => Row | undefined) | undefined {
  const names = columns[table];
  const statements = attempt(() =>
    ['*', ...names].map((what) => database.prepare(`SELECT ${what} FROM ${table} WHERE id = ?`)),
  );
  if (statements === undefined) return undefined;
  const [all, ...parts] = statements.map(
    (statement) => (id: number) => attempt(() => statement.all(id) as Row[]), // all columns are of these types
  );
  const [isThere] = parts; // the first column is the id

  return (id) => {
    const missing: Row = { buried_at: Date.now(), attempts: 0, error: nothing, head: nothing, body: nothing };
    const whole = all?.(id);
    if (whole !== undefined) return whole[0] && { ...missing, ...whole[0] };
    // The content also shows what is waiting.
    if (table === 'waiting' || isThere?.(id)?.[0] === undefined) return undefined;
    return Object.assign(missing, ...parts.map((part) => part(id)?.[0]));
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Deliveries of which only the content is left: it names their conversation. */
function putBackInLanes(to: SqliteDatabase): void {
  const left = to.prepare('SELECT id, head, body FROM content WHERE id NOT IN (SELECT id FROM waiting)').all();
  const insert = to.prepare('INSERT INTO waiting (id, accepted_at, lane) VALUES (?, ?, ?)');
  for (const { id, head, body } of left as { id: number; head: Blob; body: Blob }[])
    insert.run(id, Date.now(), conversationIn({ head, body }));
}

function conversationIn(content: { head: Blob; body: Blob }): string | null {
  return attempt(() => fromContent(content).conversation) ?? null;
}

function plainValue(value: SqliteValue | Blob | undefined): SqliteValue {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? bytesOf(value) : value;
}
