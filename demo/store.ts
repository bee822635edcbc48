import { type Database, inTransaction } from './database';
import type { Content } from './message';

export interface Group {
  readonly conversation: string;
  readonly vendor: string;
  /** Its id at the chat service. */
  readonly name: string;
}

export interface Message extends Group, Content {
  readonly key: string;
  readonly seq: number | null;
  readonly sender: string;
  readonly nickname: string | null;
  readonly mentions: readonly string[];
  /** Unix milliseconds. */
  readonly at: number;
}

export interface Receipt {
  readonly seq: number;
  readonly read: number;
  readonly unread: number;
  /** Those who have just read it. */
  readonly members: readonly string[];
}

export interface Broadcast extends Content {
  readonly key: string;
  readonly account: string;
  readonly at: number;
}

export interface Refusal extends Content {
  readonly key: string;
  readonly vendor: string;
  /** The group, or whom it was for. */
  readonly chat: string;
  readonly sender: string;
  readonly code: number;
  readonly reason: string;
  readonly at: number;
}

export type ChangeKind = 'group' | 'message' | 'broadcast' | 'refusal' | 'read' | 'gap';
export type Store = ReturnType<typeof openStore>;

/**
 * What handlers write. The inbox hands a delivery out at least once, so everything here is idempotent: a second run finds
 * its row, changes nothing, and informs no page.
 */
export function openStore(database: Database) {
  const sql = {
    change: database.prepare('INSERT OR REPLACE INTO changes (kind, ref) VALUES (?, ?)'),
    group: database.prepare('INSERT INTO conversations (id, vendor, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    title: database.prepare('UPDATE conversations SET title = ? WHERE id = ? AND title IS NOT ?'),
    count: database.prepare(
      'UPDATE conversations SET messages = messages + 1, last_at = max(coalesce(last_at, 0), ?) WHERE id = ?',
    ),
    message: database.prepare(
      `INSERT INTO messages (key, conversation, seq, sender, nickname, type, text, mentions, sent_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
    ),
    messageByKey: database.prepare('SELECT id FROM messages WHERE key = ?'),
    messageBySeq: database.prepare('SELECT id FROM messages WHERE conversation = ? AND seq = ?'),
    // Receipts may be handled out of order after a failure, and nobody unreads a message: the larger count is the later.
    receipt: database.prepare(
      `INSERT INTO receipts (conversation, seq, read, unread) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET read = excluded.read, unread = excluded.unread WHERE excluded.read > receipts.read`,
    ),
    // One statement, since the list of a large group has thousands of members.
    readers: database.prepare(
      `INSERT INTO readers (conversation, seq, member) SELECT ?, ?, value FROM json_each(?) WHERE true
       ON CONFLICT DO NOTHING`,
    ),
    broadcast: database.prepare(
      'INSERT INTO broadcasts (key, account, type, text, sent_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id',
    ),
    refusal: database.prepare(
      `INSERT INTO refusals (key, vendor, chat, sender, type, text, code, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO NOTHING RETURNING id`,
    ),
    read: database.prepare(
      'INSERT INTO reads (key, reader, up_to, at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id',
    ),
    gap: database.prepare(
      'INSERT INTO gaps (conversation, first, last, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id',
    ),
  };

  function changed(kind: ChangeKind, ref: string | number): void {
    sql.change.run(kind, String(ref));
  }

  /** Where there is such a row: one that was found, or was inserted just now. */
  function changedIf(kind: ChangeKind, row: unknown): void {
    if (row !== undefined) changed(kind, (row as { id: number }).id);
  }

  function group({ conversation, vendor, name }: Group): void {
    if (sql.group.run(conversation, vendor, name).changes) changed('group', conversation);
  }

  return {
    saveMessage(message: Message): void {
      const { key, conversation, seq, sender, nickname, type, text, mentions, at } = message;
      inTransaction(database, () => {
        group(message);
        const values = [seq, sender, nickname, type, text, JSON.stringify(mentions), at] as const;
        if (!sql.message.run(key, conversation, ...values).changes) return;
        sql.count.run(at, conversation);
        changed('group', conversation);
        changedIf('message', sql.messageByKey.get(key));
      });
    },

    /** A receipt may come before its message; then it waits here for it. */
    saveReceipts(of: Group, receipts: readonly Receipt[]): void {
      const { conversation } = of;
      inTransaction(database, () => {
        group(of);
        for (const { seq, read, unread, members } of receipts) {
          const counted = sql.receipt.run(conversation, seq, read, unread).changes;
          const named = sql.readers.run(conversation, seq, JSON.stringify(members)).changes;
          if (counted || named) changedIf('message', sql.messageBySeq.get(conversation, seq));
        }
      });
    },

    nameGroup(of: Group, title: string): void {
      inTransaction(database, () => {
        group(of);
        if (sql.title.run(title, of.conversation, title).changes) changed('group', of.conversation);
      });
    },

    saveBroadcast({ key, account, type, text, at }: Broadcast): void {
      inTransaction(database, () => changedIf('broadcast', sql.broadcast.get(key, account, type, text, at)));
    },

    saveRefusal({ key, vendor, chat, sender, type, text, code, reason, at }: Refusal): void {
      inTransaction(database, () => {
        changedIf('refusal', sql.refusal.get(key, vendor, chat, sender, type, text, code, reason, at));
      });
    },

    saveRead({ key, reader, upTo, at }: { key: string; reader: string; upTo: number; at: number }): void {
      inTransaction(database, () => changedIf('read', sql.read.get(key, reader, upTo, at)));
    },

    saveGap({ conversation, from, to }: { conversation: string; from: number; to: number }): void {
      inTransaction(database, () => changedIf('gap', sql.gap.get(conversation, from, to, Date.now())));
    },
  };
}
