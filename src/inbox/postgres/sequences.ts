import { gather } from '../gather';
import type { SequenceStore, StoredDelivery } from '../inbox';
import { maxSequences } from '../store-options';
import { fromContent } from './content';
import type { Database } from './database';
import { isConflict } from './error';

interface Change {
  readonly conversation: string;
  readonly from: string | undefined;
  readonly to: string;
  readonly dueAt: number | undefined;
}

export interface Sequences extends SequenceStore {
  /** Up to `limit` of the latest deliveries that still wait, in order: the numbers of some may not have been stored. */
  latest(limit: number): Promise<readonly StoredDelivery[]>;
  /** Removes those above the limit, the quietest conversations first. */
  trim(): Promise<void>;
}

/** The sequence state for `onGap`. All reads or changes of one turn of the event loop are one statement. */
export function postgresSequences(opened: () => Database): Sequences {
  const read = gather<string, string | undefined>(async (conversations) => {
    const { query, schema } = opened();
    const text = `SELECT conversation, state FROM ${schema}.sequence WHERE conversation = ANY($1::text[])`;
    const { rows } = await query({ name: 'sequences', text, values: [conversations] });
    const states = new Map(rows.map((row) => [row.conversation, String(row.state)]));
    return conversations.map((conversation) => states.get(conversation));
  });

  const replace = gather<Change, boolean>(async (changes) => {
    // Only the first change of a conversation can succeed: a second one was made from the state that the first replaces.
    const first = new Map(changes.map((change) => [change.conversation, change]).reverse() as [string, Change][]);
    const changed = await replaceAll([...first.values()]);
    return changes.map((change) => first.get(change.conversation) === change && changed.has(change.conversation));
  });

  async function replaceAll(changes: readonly Change[], triesLeft = 3): Promise<Set<unknown>> {
    const { query, schema } = opened();
    const values = [
      changes.map(({ conversation }) => conversation),
      changes.map(({ from }) => from ?? null),
      changes.map(({ to }) => to),
      changes.map(({ dueAt }) => dueAt ?? null),
    ];
    try {
      const { rows } = await query({ name: 'replace', text: replacement(schema), values });
      return new Set(rows.map(({ conversation }) => conversation));
    } catch (error) {
      if (!isConflict(error) || triesLeft === 1) throw error;
      return replaceAll(changes, triesLeft - 1);
    }
  }

  return {
    read,
    replace: (conversation, from, to, dueAt) => replace({ conversation, from, to, dueAt }),
    async due(now, limit, latest = Number.MAX_SAFE_INTEGER) {
      const { query, schema } = opened();
      const text = `SELECT conversation, state FROM ${schema}.sequence WHERE due_at <= $1 OR due_at > $2 ORDER BY due_at LIMIT $3`;
      const { rows } = await query({ name: 'due', text, values: [now, latest, limit] });
      return rows.map(({ conversation, state }) => ({ conversation: String(conversation), state: String(state) }));
    },
    async latest(limit) {
      const { query, schema: s } = opened();
      const text = `
SELECT d.head, d.body FROM generate_series(0, 63) AS n, LATERAL (
  SELECT xid, id, head, body FROM ${s}.delivery WHERE share = n ORDER BY share DESC, xid DESC, id DESC LIMIT $1
) AS d ORDER BY d.xid DESC, d.id DESC LIMIT $1`;
      const { rows } = await query({ name: 'latest', text, values: [limit] });
      return rows.map(({ head, body }) => fromContent({ head: String(head), body: String(body) })).reverse();
    },
    async trim() {
      const { query, schema: s } = opened();
      const surplus = `SELECT greatest(count(*) - ${maxSequences}, 0) FROM ${s}.sequence`;
      await query({
        text: `DELETE FROM ${s}.sequence WHERE conversation IN (SELECT conversation FROM ${s}.sequence ORDER BY used_at LIMIT (${surplus}))`,
      });
    },
  };
}

/** Returns the conversations that were changed. */
function replacement(s: string): string {
  const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
  return `
WITH input AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS t(conversation, was, state, due_at) ORDER BY conversation
),
made AS (
  INSERT INTO ${s}.sequence (conversation, state, due_at, used_at) SELECT conversation, state, due_at, ${now} FROM input WHERE was IS NULL
  ON CONFLICT DO NOTHING RETURNING conversation
),
changed AS (
  UPDATE ${s}.sequence AS old SET state = input.state, due_at = input.due_at, used_at = ${now} FROM input
  WHERE old.conversation = input.conversation AND old.state = input.was RETURNING old.conversation
)
SELECT conversation FROM made UNION ALL SELECT conversation FROM changed`;
}
