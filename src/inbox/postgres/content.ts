import { gather } from '../gather';
import type { StoredDelivery } from '../inbox';
import type { Database } from './database';
import { listed, type Name } from './place';

/** A delivery as it is stored: its body, which is JSON already, and everything else as JSON. Neither can hold a NUL. */
export interface Content {
  readonly head: string;
  readonly body: string;
  /** As this process accepted it: then it need not be parsed. */
  readonly delivery?: StoredDelivery | undefined;
}

export function toContent({ body, ...head }: StoredDelivery): Content {
  return { head: JSON.stringify(head), body };
}

/** Throws for a head that is damaged. */
export function fromContent({ head, body, delivery }: Content): StoredDelivery {
  if (delivery !== undefined) return delivery;
  const rest = JSON.parse(head) as Omit<StoredDelivery, 'body'>; // written by toContent
  // JSON leaves out what is undefined.
  return { ...rest, conversation: rest.conversation, appId: rest.appId, body };
}

/** Reads content that was not kept in memory; undefined when it is gone. */
export function contentReader({ query, schema }: Database): (row: Name) => Promise<Content | undefined> {
  const text = `
SELECT d.id, d.head, d.body FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS t(share, xid, id) CROSS JOIN LATERAL (
  SELECT id, head, body FROM ${schema}.delivery WHERE share = t.share AND xid = t.xid AND id = t.id LIMIT 1
) AS d`;
  return gather<Name, Content | undefined>(async (wanted) => {
    const values = listed(wanted);
    const { rows } = await query({ name: 'content', text, values });
    const byId = new Map(rows.map(({ id, head, body }) => [Number(id), { head: String(head), body: String(body) }]));
    return wanted.map(({ id }) => byId.get(id));
  });
}
