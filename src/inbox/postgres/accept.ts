import { gather } from '../gather';
import type { StoredDelivery } from '../inbox';
import { numberArray, textArray, uuidArray } from './array-parameter';
import { type Content, toContent } from './content';
import type { Answer, Database } from './database';
import { isAboutValue, isConflict, postgresError } from './error';
import type { JustStored, Outcome } from './handoff';
import type { PostgresSettings } from './options';
import { keyHash, type Place, placeOf } from './place';

interface Item extends Content, Place {
  /** Null when the key is not remembered. */
  readonly key: string | null;
  readonly hash: Buffer | null;
}

/** How many portions are sent at once: while PostgreSQL writes one to disk, the next is gathered. */
const inFlight = 2;
const mostBytes = 4 * 2 ** 20;
/** How often in all a portion is sent that conflicts with another. */
const tries = 3;

/** Stores a delivery; resolves with whether its key is new. */
export type Accept = (delivery: StoredDelivery) => Promise<boolean>;

/** Called for each portion that is sent. The function that it returns is called with the outcome. */
export type PortionWatch = () => (outcome: Outcome) => void;

export function accepting(
  { query, schema }: Database,
  { dedupMs, dedupe }: PostgresSettings,
  watch: PortionWatch,
): Accept {
  const text = statement(schema);

  const put = gather<Item, boolean>((items) => storePortion(items), {
    inFlight,
    mostBytes,
    orderOf: ({ lane }) => lane ?? undefined,
    sizeOf: ({ head, body }) => head.length + body.length,
  });

  async function storePortion(items: readonly Item[]): Promise<readonly (boolean | Error)[]> {
    try {
      return await store(items);
    } catch (error) {
      if (!isAboutValue(error)) throw error;
      if (items.length === 1) return [postgresError(error)];
      const half = items.length >> 1; // the others can be stored
      return [...(await storePortion(items.slice(0, half))), ...(await storePortion(items.slice(half)))];
    }
  }

  /** Of equal deliveries in one portion the first is new; the others are stored only with `dedupe: 'observe'`. */
  async function store(items: readonly Item[]): Promise<boolean[]> {
    const first = new Map<string, number>();
    items.forEach(({ key }, i) => {
      if (key !== null && !first.has(key)) first.set(key, i);
    });
    const isRepeated = items.map(({ key }, i) => key !== null && first.get(key) !== i);
    const sent = items.flatMap((item, i) => {
      if (!isRepeated[i]) return [item];
      return dedupe === 'observe' ? [{ ...item, key: null, hash: null }] : [];
    });
    const tell = watch();
    const answer = await insert(sent).catch((error) => {
      tell(undefined);
      throw error;
    });
    const known = new Set(numbersIn(answer.rows[0]?.known).map((n) => sent[n - 1]?.key));
    const isKnown = ({ key }: Item) => key !== null && known.has(key);
    tell(outcomeOf(answer, dedupe === 'observe' ? sent : sent.filter((item) => !isKnown(item))));
    return items.map((item, i) => !isRepeated[i] && !isKnown(item));
  }

  async function insert(items: readonly Item[]): Promise<Answer> {
    const values = [
      uuidArray(items.map(({ hash }) => hash)),
      numberArray(items.map(({ share }) => share)),
      numberArray(items.map(({ lane }) => lane)),
      textArray(items.map(({ head }) => head)),
      textArray(items.map(({ body }) => body)),
      dedupMs,
      dedupe === 'observe',
    ];
    for (let i = 1; ; i++) {
      try {
        return await query({ name: 'accept', text, values }, { confirmed: true });
      } catch (error) {
        if (i === tries || !isConflict(error)) throw error;
      }
    }
  }

  return (delivery) => {
    const { head, body } = toContent(delivery);
    const { share, lane } = placeOf(delivery);
    const isRemembered = delivery.identified && dedupMs > 0;
    const [key, hash] = isRemembered ? [delivery.key, keyHash(delivery.key)] : [null, null];
    return put({ head, body, delivery, share, lane, key, hash });
  };
}

/** Of a list that the server has joined. */
function numbersIn(list: unknown): number[] {
  return typeof list === 'string' ? list.split(',').map(Number) : [];
}

/** Ids are drawn in the order of the items. */
function outcomeOf({ rows: [row] }: Answer, items: readonly Item[]): Outcome {
  const ids = numbersIn(row?.ids);
  const xid = Number(row?.xid);
  const stored = items.map(({ share, lane, head, body, delivery }, i): JustStored => {
    return { share, lane, xid, id: ids[i] ?? Number.NaN, content: { head, body, delivery } };
  });
  return { rows: stored, server: String(row?.server) };
}

/**
 * One transaction. `xid` is worked out for every row before its `id` is drawn. Keys are entered in their order, so that two portions
 * never wait for each other in a circle. Answers with the keys that were known, and how what was stored is named.
 */
function statement(s: string): string {
  return `
WITH clock AS MATERIALIZED (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now, pg_current_xact_id()::text::bigint AS xid),
input AS MATERIALIZED (
  SELECT t.*, clock.now, clock.xid FROM clock,
    unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::text[]) WITH ORDINALITY AS t(key, share, lane, head, body, n)
),
fresh AS (
  INSERT INTO ${s}.seen AS old (key, until) SELECT key, now + $6::bigint FROM input WHERE key IS NOT NULL ORDER BY key
  ON CONFLICT (key) DO UPDATE SET until = excluded.until
    WHERE old.until <= (extract(epoch FROM clock_timestamp()) * 1000)::bigint RETURNING key
),
stored AS (
  INSERT INTO ${s}.delivery (share, xid, lane, accepted_at, head, body)
  SELECT share, xid, lane, now, head, body FROM input
  WHERE $7 OR key IS NULL OR key IN (SELECT key FROM fresh) ORDER BY n RETURNING id
)
SELECT string_agg(n::text, ',') AS known, (SELECT string_agg(id::text, ',' ORDER BY id) FROM stored) AS ids,
  (SELECT xid FROM clock) AS xid, pg_postmaster_start_time()::text AS server
FROM input WHERE key IS NOT NULL AND key NOT IN (SELECT key FROM fresh)`;
}
