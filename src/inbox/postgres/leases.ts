import { randomUUID } from 'node:crypto';
import type { Database } from './database';
import { type Lease, newLease, type Row } from './lease';
import { listed, shareCount } from './place';

/**
 * The shares leased to this worker. A lease expires by PostgreSQL's clock unless it is renewed. All workers have about the same
 * number of shares.
 */
export interface Leases {
  /** The id of this worker in the tables. */
  readonly worker: string;
  readonly held: ReadonlyMap<number, Lease>;
  /** Renews leases, releases surplus ones and takes free ones. Rejects when PostgreSQL is unreachable. */
  beat(): Promise<void>;
  /** False once the leases may have expired because PostgreSQL did not answer; then this worker gives them up. */
  good(): boolean;
  /** Releases all of them, and counts the attempts of handlers that still run. */
  end(running: readonly Row[]): Promise<void>;
}

export interface LeaseNeeds {
  database: Database;
  lockMs: number;
  /** A lease ended: hand out nothing more of it and drop its deliveries. `lost`: another worker may have it already. */
  ended(lease: Lease, lost: boolean): void;
  /** New shares were taken. */
  taken(): void;
}

export function makeLeases({ database: { query, schema: s }, lockMs, ended, taken }: LeaseNeeds): Leases {
  const worker = randomUUID();
  const held = new Map<number, Lease>();
  const countOfWorkers = `SELECT count(*) + 1 AS n FROM ${s}.worker WHERE until > now() AND id <> $1`;
  let begun = false;
  let renewedAt = performance.now();

  async function beat(): Promise<void> {
    // Not each time: every change leaves an old row version behind while any transaction stays open.
    if (!begun || performance.now() - renewedAt > lockMs / 4) await renew();
    const { rows } = await query({ name: 'workers', text: countOfWorkers, values: [worker] });
    const fair = Math.ceil(shareCount / Number(rows[0]?.n));
    await giveBack(fair);
    if (held.size < fair) await take(fair - held.size);
  }

  async function renew(): Promise<void> {
    const askedAt = performance.now();
    const { rows } = await query({ name: 'renew', text: renewal(s), values: [worker, lockMs, [...held.keys()]] });
    begun = true;
    renewedAt = askedAt;
    const kept = new Set(rows.map(({ n }) => Number(n)));
    for (const lease of held.values()) if (!kept.has(lease.share)) giveUp(lease, true);
  }

  function giveUp(lease: Lease, lost: boolean): void {
    if (lost) held.delete(lease.share);
    if (lease.ended && !lost) return;
    lease.ended = true;
    ended(lease, lost);
  }

  /** Surplus leases, as soon as none of their deliveries runs. */
  async function giveBack(fair: number): Promise<void> {
    const leaving = [...held.values()].filter(({ ended }) => ended);
    const more = [...held.values()].filter(({ ended }) => !ended).slice(fair);
    for (const lease of more) giveUp(lease, false);
    const idle = [...leaving, ...more].filter(({ running }) => running === 0).map(({ share }) => share);
    if (idle.length === 0) return;
    const text = `UPDATE ${s}.share SET owner = NULL WHERE owner = $1 AND n = ANY($2::smallint[])`;
    await query({ text, values: [worker, idle] });
    for (const share of idle) held.delete(share);
  }

  async function take(count: number): Promise<void> {
    const { rows } = await query({ name: 'take', text: taking(s), values: [worker, lockMs, count] });
    for (const { n } of rows) {
      // Its own, where it had expired before the worker noticed: what it holds of it would be handled beside what it reads again.
      const expired = held.get(Number(n));
      if (expired !== undefined) giveUp(expired, true);
      held.set(Number(n), newLease(Number(n)));
    }
    if (rows.length > 0) taken();
  }

  return {
    worker,
    held,
    beat,
    good() {
      const isGood = performance.now() - renewedAt < lockMs;
      if (!isGood) for (const lease of held.values()) giveUp(lease, true);
      return isGood;
    },
    async end(running) {
      await query({ text: ending(s), values: [worker, ...listed(running)] });
      held.clear();
    },
  };
}

const until = `now() + $2 * interval '1 millisecond'`;

/**
 * A worker that others declared dead is counted again. Shares that it gave up itself, because it was late, are left to expire: if it
 * renewed them, nobody would work on them. The worker that takes them then, maybe this one, counts the attempts of what ran.
 */
function renewal(s: string): string {
  return `
WITH me AS (
  INSERT INTO ${s}.worker (id, until) VALUES ($1, ${until}) ON CONFLICT (id) DO UPDATE SET until = excluded.until
)
UPDATE ${s}.share SET until = ${until} WHERE owner = $1 AND n = ANY($3::smallint[]) RETURNING n`;
}

/** Takes free shares and those of a dead worker, whose running attempts are counted. */
function taking(s: string): string {
  return `
WITH free AS (
  SELECT n, owner FROM ${s}.share WHERE owner IS NULL OR until < now() ORDER BY n LIMIT $3 FOR UPDATE SKIP LOCKED
),
taken AS (
  UPDATE ${s}.share SET owner = $1, until = ${until} FROM free WHERE share.n = free.n RETURNING share.n, free.owner AS was
),
ran AS (
  DELETE FROM ${s}.running AS r USING taken WHERE r.share = taken.n AND r.worker = taken.was RETURNING r.share, r.xid, r.id
),
counted AS (
  UPDATE ${s}.delivery AS d SET attempts = attempts + 1 FROM ran WHERE d.share = ran.share AND d.xid = ran.xid AND d.id = ran.id
)
SELECT n FROM taken`;
}

function ending(s: string): string {
  return `
WITH me AS (DELETE FROM ${s}.worker WHERE id = $1),
mine AS (DELETE FROM ${s}.running WHERE worker = $1),
counted AS (
  UPDATE ${s}.delivery AS d SET attempts = attempts + 1
  FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS ran(share, xid, id)
  WHERE d.share = ran.share AND d.xid = ran.xid AND d.id = ran.id
)
UPDATE ${s}.share SET owner = NULL WHERE owner = $1`;
}
