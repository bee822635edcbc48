import type { InboxStats } from '../inbox';
import type { Database } from './database';

/** Counts for all processes; `running` counts what their workers have recorded. */
export async function readStats({ query, schema: s }: Database): Promise<Omit<InboxStats, 'duplicates'>> {
  const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
  const text = `
SELECT (SELECT count(*) FROM ${s}.delivery) AS stored, (SELECT count(*) FROM ${s}.dead) AS dead,
  (SELECT count(*) FROM ${s}.running AS r JOIN ${s}.worker AS w ON w.id = r.worker WHERE w.until > now()) AS running,
  (SELECT ${now} - min(eldest.accepted_at) FROM generate_series(0, 63) AS n,
    LATERAL (SELECT accepted_at FROM ${s}.delivery WHERE share = n ORDER BY share, xid, id LIMIT 1) AS eldest) AS oldest`;
  const { rows } = await query({ name: 'stats', text });
  const stored = Number(rows[0]?.stored);
  // A worker records the end of an attempt after it has stored it.
  const running = Math.min(stored, Number(rows[0]?.running));
  const oldest = rows[0]?.oldest;
  return {
    waiting: stored - running,
    running,
    dead: Number(rows[0]?.dead),
    oldestMs: oldest === null ? null : Math.max(0, Number(oldest)),
  };
}
