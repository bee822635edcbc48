import type { Database } from './database';
import type { ChangeKind } from './store';

/** A row as the page receives it: plain JSON with its kind, its id, and the version of its last change. */
export interface Row {
  readonly kind: ChangeKind;
  readonly id: number | string;
  readonly version: number;
}

interface Found {
  id: number | string;
  text?: string;
  mentions?: string;
  readers?: string;
}

export type Views = ReturnType<typeof openViews>;

/** The most that a page receives of one text, and of one list of names: senders decide how long both are. */
const longestText = 4000;
const longestName = 200;
const mostReaders = 20;

const name = (column: string) => `substr(${column}, 1, ${longestName})`;
const text = `length(t.text) AS size, substr(t.text, 1, ${longestText}) AS text`;

const selects: Readonly<Record<ChangeKind, string>> = {
  group: `SELECT t.id, vendor, ${name('name')} AS name, ${name('title')} AS title, messages, last_at AS at
    FROM conversations t`,
  message: `SELECT t.id, t.conversation AS "group", t.seq, ${name('sender')} AS sender, ${name('nickname')} AS nickname,
      type, ${text}, mentions, sent_at AS at, r.read, r.unread,
      (SELECT json_group_array(${name('member')}) FROM (SELECT member FROM readers
        WHERE conversation = t.conversation AND seq = t.seq LIMIT ${mostReaders})) AS readers
    FROM messages t LEFT JOIN receipts r ON r.conversation = t.conversation AND r.seq = t.seq`,
  broadcast: `SELECT t.id, ${name('account')} AS sender, type, ${text}, sent_at AS at FROM broadcasts t`,
  refusal: `SELECT t.id, vendor, ${name('chat')} AS chat, ${name('sender')} AS sender, type, ${text}, code, reason, at
    FROM refusals t`,
  read: `SELECT t.id, ${name('reader')} AS reader, up_to AS upTo, at FROM reads t`,
  gap: `SELECT t.id, conversation AS "group", first, last, at FROM gaps t`,
};

const kinds = Object.keys(selects) as ChangeKind[];

/** What the page reads. */
export function openViews(database: Database) {
  const versionOf = database.prepare('SELECT version FROM changes WHERE kind = ? AND ref = ?');
  const byId = perKind((kind) => database.prepare(`${selects[kind]} WHERE t.id = ?`));
  const newest = perKind((kind) =>
    database.prepare(`${selects[kind]} ORDER BY ${kind === 'group' ? 'last_at' : 't.rowid'} DESC LIMIT ?`),
  );
  const since = database.prepare('SELECT version, kind, ref FROM changes WHERE version > ? ORDER BY version LIMIT ?');
  const last = database.prepare("SELECT seq AS version FROM sqlite_sequence WHERE name = 'changes'");
  const highest = database.prepare(
    'SELECT max(seq) AS seq FROM messages m JOIN conversations c ON c.id = m.conversation WHERE c.name = ?',
  );
  // MsgTime has whole seconds, so the number decides between two messages of one second.
  const inGroup = database.prepare(
    `${selects.message} WHERE t.conversation = ? AND (? IS NULL
       OR (sent_at, coalesce(t.seq, 0), t.id) < (SELECT sent_at, coalesce(seq, 0), id FROM messages WHERE id = ?))
     ORDER BY sent_at DESC, coalesce(t.seq, 0) DESC, t.id DESC LIMIT ?`,
  );

  /** The text leaves the server only on request; its length always does. */
  function rowOf(kind: ChangeKind, found: unknown, withText: boolean): Row {
    const { text, mentions, readers, ...rest } = found as Found;
    const stamp = versionOf.get(kind, String(rest.id)) as { version: number } | undefined;
    const lists =
      mentions === undefined ? {} : { mentions: JSON.parse(mentions), readers: JSON.parse(readers ?? '[]') };
    return { ...rest, ...lists, ...(withText && { text }), kind, version: stamp?.version ?? 0 };
  }

  return {
    /** The largest number of a message in a group, by its id at the chat service; 0 where it has none. */
    lastSeq(group: string): number {
      return (highest.get(group) as { seq: number | null }).seq ?? 0;
    },

    /** The version of the last change. */
    version(): number {
      return (last.get() as { version: number } | undefined)?.version ?? 0;
    },

    /** The changes after a version, in order, and the version that they reach. */
    changesSince(version: number, limit: number, withText: boolean): { version: number; rows: readonly Row[] } {
      const changes = since.all(version, limit) as { version: number; kind: ChangeKind; ref: string }[];
      const rows = changes.flatMap(({ kind, ref }) => {
        // Not get(): libsql adds a field to its result.
        const [found] = byId[kind].all(kind === 'group' ? ref : Number(ref));
        return found === undefined ? [] : [rowOf(kind, found, withText)];
      });
      return { version: changes.at(-1)?.version ?? version, rows };
    },

    /** The newest rows of every kind but messages; the page requests messages by group. */
    newest(limit: number, withText: boolean): readonly Row[] {
      const shown = kinds.filter((kind) => kind !== 'message');
      return shown.flatMap((kind) => newest[kind].all(limit).map((found) => rowOf(kind, found, withText)));
    },

    /** The messages of a group, the latest first; those before one of them where `before` is its id. */
    messages(group: string, before: number | null, limit: number, withText: boolean): readonly Row[] {
      return inGroup.all(group, before, before, limit).map((found) => rowOf('message', found, withText));
    },
  };
}

function perKind<T>(make: (kind: ChangeKind) => T): Record<ChangeKind, T> {
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<ChangeKind, T>;
}
