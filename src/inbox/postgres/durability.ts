import type { Durability, InboxStatus } from '../inbox';
import type { Database } from './database';

/** The settings that decide what survives, as `current_setting` returns them. */
export type Facts = Readonly<Record<(typeof settings)[number], string>>;

const settings = [
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'synchronous_standby_names',
  'client_min_messages',
  'server_encoding',
] as const;

/** Rejects where the database cannot hold an inbox: a standby, an old version, an encoding without Chinese. */
export async function readFacts({ query }: Database): Promise<Facts> {
  const shown = settings.map((name) => `current_setting('${name}') AS ${name}`).join(', ');
  const { rows } = await query({
    text: `SELECT pg_is_in_recovery()::text AS standby, current_setting('server_version_num') AS version, ${shown}`,
  });
  const { standby, version, ...facts } = rows[0] as Record<string, string>; // all of them text
  if (standby === 'true')
    throw Object.assign(
      new Error('postgresInbox: it is a standby, and takes no changes; connect to the primary, or name all hosts'),
      { code: '25006' },
    );
  if (Number(version) < 130_000)
    throw new Error(`postgresInbox: PostgreSQL ${version} is too old; install 13 or newer`);
  if (facts.server_encoding !== 'UTF8')
    throw new Error(
      `postgresInbox: the database stores text as ${facts.server_encoding}, which cannot hold every message; make one with ENCODING 'UTF8'`,
    );
  return facts as Facts; // as asked for
}

/** PostgreSQL docs, "Write Ahead Log" under "Server Configuration", and "Replication" for the standby. */
export function durabilityFrom(facts: Facts): InboxStatus {
  const onDisk = ofDisk(facts);
  if (onDisk !== undefined) return onDisk;
  const { synchronous_commit: commit, synchronous_standby_names: names } = facts;
  if (names === '') return { durability: 'power-loss', notes: [] };
  if (commit === 'local')
    return less(
      'power-loss',
      'a standby is not waited for (synchronous_commit is local); set `synchronous_commit = on`',
    );
  if (facts.client_min_messages === 'error')
    return less(
      'power-loss',
      'a wait for the standby that somebody cancels cannot be told from a confirmation (client_min_messages is error); set `client_min_messages = warning` for this user',
    );
  return { durability: 'machine-loss', notes: [] };
}

function ofDisk({ fsync, full_page_writes: pages, synchronous_commit: commit }: Facts): InboxStatus | undefined {
  if (fsync !== 'on') return less('process-crash', 'a power cut may lose all of it (fsync is off); set `fsync = on`');
  if (commit === 'off')
    return less(
      'process-crash',
      'PostgreSQL answers before it has written what it accepts (synchronous_commit is off), so that its crash loses it; set `synchronous_commit = on`, e.g. by ALTER ROLE',
    );
  if (pages !== 'on')
    return less(
      'process-crash',
      'a power cut may spoil its tables (full_page_writes is off); set `full_page_writes = on`, unless the file system never tears a page',
    );
  return undefined;
}

function less(durability: Durability, note: string): InboxStatus {
  return { durability, notes: [`postgresInbox: ${note}`] };
}

/** One change that waits for everything an acceptance waits for: so a named standby that is missing is found now. */
export async function probe({ query, schema }: Database): Promise<void> {
  const text = `UPDATE ${schema}.layout SET probed = (extract(epoch FROM clock_timestamp()) * 1000)::bigint`;
  await query({ text }, { confirmed: true });
}
