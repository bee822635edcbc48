import type { SqliteDatabase } from '../driver';

interface Row {
  id: number;
  conversation: string;
  state: string;
}

/**
 * The sequence state of a conversation now holds the place that `onGap` reports; the first layout derived it from the name of the
 * conversation. The table and the time of a dead letter get their proper names.
 */
export function placeOfSequences(database: SqliteDatabase): void {
  const rows = database.prepare('SELECT id, conversation, state FROM note').all() as Row[]; // the columns of the statement
  const update = database.prepare('UPDATE note SET state = ? WHERE id = ?');
  for (const { id, conversation, state } of rows) update.run(withPlace(state, conversation), id);
  database.exec(`
    ALTER TABLE note RENAME TO sequence;
    DROP INDEX note_by_due;
    CREATE INDEX sequence_by_due ON sequence (due_at) WHERE due_at IS NOT NULL;
    ALTER TABLE dead RENAME COLUMN died_at TO buried_at;
  `);
}

function withPlace(state: string, conversation: string): string {
  try {
    return JSON.stringify({ ...(JSON.parse(state) as object), place: placeIn(conversation) });
  } catch {
    return state; // damaged: its later reader reports it, and the deliveries must stay available
  }
}

/** Vendor, app where there is one, kind and ids, joined by slashes: kinds are words, apps are numbers. */
function placeIn(conversation: string): object {
  const [vendor = '', ...rest] = conversation.split('/').map(decodeURIComponent);
  const appId = /^\d+$/.test(rest[0] ?? '') ? rest.shift() : undefined;
  const [kind = '', ...ids] = rest;
  return { vendor, appId, kind, ids };
}
