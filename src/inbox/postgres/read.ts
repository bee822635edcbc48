import { numberArray } from './array-parameter';
import type { Database } from './database';
import { helping } from './hand';
import type { LaneInHand, Lease } from './lease';

/**
 * Why a delivery was read: it comes after the page of its share; a late transaction stored it; its lane had more; or it waits
 * outside its lane and is due.
 */
export type Why = 'page' | 'late' | 'lane' | 'aside';

/** A delivery as it was read. */
export interface Read {
  readonly why: Why;
  readonly share: number;
  readonly xid: number;
  readonly id: number;
  /** Null when it belongs to no lane. */
  readonly lane: number | null;
  readonly attempts: number;
  readonly firstFailedAt: number | undefined;
  /** Milliseconds until it is due. */
  readonly inMs: number;
  readonly head: string;
  readonly body: string;
}

export interface Reading {
  /** In order; a delivery may occur twice. */
  readonly rows: readonly Read[];
  /** Transactions that were under way, and the first number that none had yet. */
  readonly underWay: readonly number[];
  readonly next: number;
  /** A transaction number that was drawn for this read: those of all earlier transactions are lower. */
  readonly drawn: number | undefined;
  /** Which server it is, and since when: another server has transaction numbers of its own. */
  readonly server: string;
}

export interface Wanted {
  readonly leases: readonly Lease[];
  /** How many to read of each share after its page. */
  readonly most: number;
  readonly hungry: readonly LaneInHand[];
  /** Whether to read those that wait outside their lane and are due. */
  readonly aside: boolean;
  /** Whether to draw a transaction number. */
  readonly draws: boolean;
}

/** How many of those outside their lane are read at once. */
const mostAside = 500;

/**
 * Reads the new deliveries of some shares in one snapshot. New are those after the page of their share, and those of transactions
 * that were running when that page was read. So nothing is read twice, however long a transaction takes.
 */
export async function readNew(
  { query, schema }: Database,
  { leases, most, hungry, aside, draws }: Wanted,
): Promise<Reading> {
  const late = leases.flatMap((lease) => lease.late.map((xid) => ({ share: lease.share, xid })));
  const values = [
    numberArray(leases.map(({ share }) => share)),
    numberArray(leases.map(({ page }) => page.xid)),
    numberArray(leases.map(({ page }) => page.id)),
    most,
    numberArray(late.map(({ share }) => share)),
    numberArray(late.map(({ xid }) => xid)),
    numberArray(hungry.map(({ lease }) => lease.share)),
    numberArray(hungry.map(({ lane }) => lane)),
    numberArray(hungry.map(({ more }) => more?.xid ?? null)),
    numberArray(hungry.map(({ more }) => more?.id ?? null)),
    aside,
    draws,
  ];
  const { rows } = await query({ name: 'read', text: statement(schema), values });
  const found = rows.filter(({ share }) => share !== null).map(toRead);
  found.sort((one, other) => one.xid - other.xid || one.id - other.id);
  const { xid, id, head, body } = rows.find(({ share }) => share === null) ?? {};
  const underWay = String(head).split(',').filter(Boolean).map(Number);
  const drawn = draws ? Number(id) : undefined;
  return { rows: found, underWay, next: Number(xid), drawn, server: String(body) };
}

function toRead(row: Readonly<Record<string, unknown>>): Read {
  const { first_failed_at: firstFailedAt } = row;
  return {
    why: row.why as Why, // one of those in the statement
    share: Number(row.share),
    xid: Number(row.xid),
    id: Number(row.id),
    lane: row.lane === null || row.why === 'aside' ? null : Number(row.lane),
    attempts: Number(row.attempts),
    firstFailedAt: firstFailedAt === null ? undefined : Number(firstFailedAt),
    inMs: Number(row.in_ms),
    head: String(row.head),
    body: String(row.body),
  };
}

/** A clock that was set back must not make a delivery wait longer than its delay. */
const columns = `share, xid, id, lane, attempts, first_failed_at,
    least(due_at - (extract(epoch FROM clock_timestamp()) * 1000)::bigint, delay_ms) AS in_ms, head, body`;

function statement(s: string): string {
  return `
SELECT 'page' AS why, d.* FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS p(share, xid, id) CROSS JOIN LATERAL (
  SELECT ${columns} FROM ${s}.delivery
  WHERE share = p.share AND (xid, id) > (p.xid, p.id) AND NOT aside ORDER BY share, xid, id LIMIT $4::int
) AS d
UNION ALL
SELECT 'late' AS why, d.* FROM unnest($5::bigint[], $6::bigint[]) AS l(share, xid) CROSS JOIN LATERAL (
  SELECT ${columns} FROM ${s}.delivery WHERE share = l.share AND xid = l.xid AND NOT aside
) AS d
UNION ALL
SELECT 'lane' AS why, d.* FROM unnest($7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[]) AS h(share, lane, xid, id) CROSS JOIN LATERAL (
  SELECT ${columns} FROM ${s}.delivery
  WHERE share = h.share AND (xid, id) > (h.xid, h.id) AND lane = h.lane AND NOT aside ORDER BY share, xid, id LIMIT ${helping}
) AS d
UNION ALL
SELECT 'aside', d.* FROM (
  SELECT ${columns} FROM ${s}.delivery
  WHERE $11 AND aside AND share = ANY($1) AND due_at <= (extract(epoch FROM clock_timestamp()) * 1000)::bigint LIMIT ${mostAside}
) AS d
UNION ALL
SELECT NULL, NULL, pg_snapshot_xmax(pg_current_snapshot())::text::bigint, CASE WHEN $12 THEN pg_current_xact_id()::text::bigint END, NULL, NULL, NULL, NULL,
  array_to_string(ARRAY(SELECT pg_snapshot_xip(pg_current_snapshot())), ','), pg_postmaster_start_time()::text`;
}
