import Database from 'libsql';

export interface StoredMessage {
  /** `event.key`: the same for a message that the vendor delivers twice. */
  readonly key: string;
  readonly vendor: string;
  readonly groupId: string;
  readonly id: string;
  readonly sender: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** `messageId` was read by `reader`. */
export interface StoredReceipt {
  readonly key: string;
  readonly vendor: string;
  readonly groupId: string | null;
  readonly messageId: string;
  readonly reader: string;
}

export type Store = ReturnType<typeof openStore>;

/** The app's own database. An inbox may run a handler again, so each statement may run twice. */
export function openStore(file: string) {
  const database = new Database(file);
  // FULL: the inbox forgets a delivery once its handler is done, so what the handler wrote must be on the disk by then.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS message (
      key TEXT PRIMARY KEY, vendor TEXT NOT NULL, group_id TEXT NOT NULL, id TEXT NOT NULL, sender TEXT NOT NULL,
      text TEXT NOT NULL, sent_at INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS receipt (
      key TEXT NOT NULL, vendor TEXT NOT NULL, group_id TEXT, message_id TEXT NOT NULL, reader TEXT NOT NULL,
      PRIMARY KEY (key, message_id, reader)
    );
    CREATE INDEX IF NOT EXISTS receipt_of_message ON receipt (vendor, group_id, message_id);
  `);
  const insertMessage = database.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const insertReceipt = database.prepare('INSERT INTO receipt VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const insertAll = database.transaction((receipts: readonly StoredReceipt[]) => {
    for (const { key, vendor, groupId, messageId, reader } of receipts)
      insertReceipt.run(key, vendor, groupId, messageId, reader);
  });
  const selectLatest = database.prepare(`
    SELECT vendor, group_id AS "group", sender, text, sent_at AS sentAt, (
      SELECT json_group_array(DISTINCT reader) FROM receipt
      WHERE receipt.vendor = message.vendor AND receipt.group_id = message.group_id AND message_id = message.id
    ) AS readBy
    FROM message ORDER BY sent_at DESC LIMIT 50
  `);

  return {
    saveMessage({ key, vendor, groupId, id, sender, text, sentAt }: StoredMessage): void {
      insertMessage.run(key, vendor, groupId, id, sender, text, sentAt.getTime());
    },
    saveReceipts(receipts: readonly StoredReceipt[]): void {
      insertAll(receipts);
    },
    latestMessages(): object[] {
      const rows = selectLatest.all() as { sentAt: number; readBy: string }[]; // as the statement names them
      return rows.map((row) => ({ ...row, sentAt: new Date(row.sentAt), readBy: JSON.parse(row.readBy) }));
    },
    close(): void {
      database.close();
    },
  };
}
