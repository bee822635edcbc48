import type { Disposition, StoredDelivery } from '../inbox';
import type { Ticket } from '../scheduler';
import { type BegunAttempts, begunAttempts } from './begun';
import { type Blob, bytesOf, type Content, fromContent, laneOf } from './content';
import type { SqliteDatabase } from './driver';

/** A ticket with the milliseconds until it is due. */
export interface DueTicket {
  readonly ticket: Ticket;
  readonly inMs: number;
}

/** The deliveries to be handled. The caller runs changes within a transaction. */
export interface WaitingTable {
  /** Adds it at the end of its lane; returns its id. */
  add(content: Content): number;
  /** The content of one; undefined when it is gone. */
  content(id: number): Content | undefined;
  /** The readable part of a damaged delivery. */
  salvage(id: number): Omit<Content, 'lane'> & { lane?: string };
  remove(id: number): void;
  /** Removes it but leaves its content, for a damaged file in which the content cannot be removed; nothing will look for it. */
  abandon(id: number): void;
  /** Records a failed attempt: its number, the time of the first, and when the next one is due. */
  postpone(ticket: Ticket, retry: Disposition & { next: 'retry' }): void;
  /** Counts an attempt that begins. */
  readonly begun: BegunAttempts;
  /** Up to `limit` tickets with higher ids than `id`, in their order. */
  after(id: number, limit: number): DueTicket[];
  /** The delivery with this id; undefined when it is gone. Throws a SyntaxError when it is damaged. */
  read(id: number): StoredDelivery | undefined;
  /** Up to `limit` of the latest deliveries, in order, as far as they can be read. */
  latest(limit: number): StoredDelivery[];
  count(): number;
  lastId(): number;
  /** When the oldest one was stored: Unix milliseconds. */
  oldestAt(): number | undefined;
}

interface Row {
  id: number;
  lane: string | null;
  aside: number;
  attempts: number;
  first_failed_at: number | null;
  due_at: number | null;
  delay_ms: number | null;
}

export function waitingTable(database: SqliteDatabase): WaitingTable {
  const insert = database.prepare('INSERT INTO waiting (accepted_at, lane) VALUES (?, ?)');
  const insertContent = database.prepare('INSERT INTO content (id, head, body) VALUES (?, ?, ?)');
  const select = database.prepare('SELECT lane, head, body FROM waiting JOIN content USING (id) WHERE waiting.id = ?');
  const remove = database.prepare('DELETE FROM waiting WHERE id = ?');
  const removeContent = database.prepare('DELETE FROM content WHERE id = ?');
  const postpone = database.prepare(
    'UPDATE waiting SET attempts = ?, first_failed_at = ?, due_at = ?, delay_ms = ?, aside = ? WHERE id = ?',
  );
  const after = database.prepare(
    'SELECT id, lane, aside, attempts, first_failed_at, due_at, delay_ms FROM waiting WHERE id > ? ORDER BY id LIMIT ?',
  );
  const exists = database.prepare('SELECT 1 FROM waiting WHERE id = ?');
  const read = database.prepare('SELECT head, body FROM content WHERE id = ?');
  const latest = database.prepare(
    'SELECT head, body FROM content WHERE id IN (SELECT id FROM waiting ORDER BY id DESC LIMIT ?) ORDER BY id',
  );
  const count = database.prepare('SELECT count(*) AS n FROM waiting');
  const last = database.prepare('SELECT max(id) AS id FROM waiting');
  const oldest = database.prepare('SELECT accepted_at FROM waiting ORDER BY id LIMIT 1');

  return {
    add({ lane, head, body }) {
      const id = Number(insert.run(Date.now(), laneOf(lane)).lastInsertRowid);
      insertContent.run(id, bytesOf(head), bytesOf(body));
      return id;
    },
    content: (id) => (select.all(id) as Content[])[0], // the columns of the statement
    remove(id) {
      remove.run(id);
      removeContent.run(id);
    },
    abandon: (id) => void remove.run(id),
    salvage(id) {
      const part = (sql: string) => firstOf(database, sql, id);
      const [head, body] = ['head', 'body'].map((name) => part(`SELECT ${name} FROM content WHERE id = ?`));
      const lane = part('SELECT lane FROM waiting WHERE id = ?');
      return { lane: laneOf(lane) ?? undefined, head: asBlob(head), body: asBlob(body) };
    },
    postpone({ id, attempts, firstFailedAt }, { inMs, hold }) {
      postpone.run(attempts, firstFailedAt ?? null, Date.now() + inMs, inMs, hold ? 0 : 1, id);
    },
    begun: begunAttempts(database),
    after: (id, limit) => (after.all(id, limit) as Row[]).map(toTicket), // the columns of the statement
    read(id) {
      const row = read.all(id)[0] as Pick<Content, 'head' | 'body'> | undefined; // the columns of the statement
      if (row !== undefined) return fromContent(row);
      if (exists.all(id).length > 0) throw new SyntaxError('the content of the delivery is missing');
      return undefined;
    },
    latest: (limit) => (latest.all(limit) as Pick<Content, 'head' | 'body'>[]).flatMap(asRead), // the columns of the statement
    count: () => (count.all()[0] as { n: number }).n,
    lastId: () => (last.all()[0] as { id: number | null }).id ?? 0,
    oldestAt: () => (oldest.all()[0] as { accepted_at: number } | undefined)?.accepted_at,
  };
}

function asRead(content: Pick<Content, 'head' | 'body'>): StoredDelivery[] {
  try {
    return [fromContent(content)];
  } catch {
    return [];
  }
}

/** One value; undefined when it is damaged. */
function firstOf(database: SqliteDatabase, sql: string, id: number): unknown {
  try {
    return Object.values((database.prepare(sql).all(id)[0] ?? {}) as object)[0];
  } catch {
    return undefined;
  }
}

function asBlob(value: unknown): Blob {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? (value as Blob) : new Uint8Array();
}

/** Damaged values count as absent. A clock that was set back must not make a delivery wait longer than its delay. */
function toTicket({ id, lane, aside, attempts, first_failed_at, due_at, delay_ms }: Row): DueTicket {
  const ticket = {
    id,
    lane: aside === 1 ? undefined : (laneOf(lane) ?? undefined),
    attempts: Math.max(0, wholeOr(0, attempts)),
    firstFailedAt: wholeOr(undefined, first_failed_at),
  };
  return { ticket, inMs: Math.min(wholeOr(0, due_at) - Date.now(), wholeOr(0, delay_ms)) };
}

function wholeOr<T>(otherwise: T, value: number | null): number | T {
  return Number.isSafeInteger(value) ? (value as number) : otherwise;
}
