import type { InboxStatus } from '../inbox';
import { type Accept, accepting, type PortionWatch } from './accept';
import { type Database, openDatabase } from './database';
import { type DeadLetters, deadLetters } from './dead-letters';
import { durabilityFrom, probe, readFacts } from './durability';
import { housekeeping } from './housekeeping';
import { bringUpToDate } from './layout';
import { mending } from './mend';
import type { PostgresSettings } from './options';
import { postgresSequences, type Sequences } from './sequences';
import { type Claim, waitingLimit } from './waiting-limit';

/** An inbox between `open` and `close`. */
export interface PostgresStore {
  readonly database: Database;
  /** The durability it promises now. Rejects while nothing can be stored; checked at most once a second. */
  status(): Promise<InboxStatus>;
  readonly accept: Accept;
  readonly claim: Claim;
  readonly dead: DeadLetters;
  readonly sequences: Sequences;
  /** Called when somebody dropped the tables under the inbox, after they were recreated or could not be. */
  onLost: (message: string, cause: unknown) => void;
  close(): Promise<void>;
}

/** Rejects with what is wrong, in words. `watch` is called for what is accepted. */
export async function openStore(
  settings: PostgresSettings,
  watch: (database: Database) => PortionWatch,
): Promise<PostgresStore> {
  let opened: PostgresStore | undefined;
  const database = openDatabase(settings, () => void mend());
  const mend = mending(database, (message, cause) => opened?.onLost(message, cause));
  try {
    await readFacts(database); // otherwise the tables are not created
    await bringUpToDate(database);
    const status = lookingAt(database);
    await status();
    await afterRestore(database);
    const dead = deadLetters(database, settings);
    const sequences = postgresSequences(() => database);
    const house = housekeeping({ database, dedupMs: settings.dedupMs, lockMs: settings.lockMs, dead, sequences });
    opened = {
      database,
      status,
      accept: accepting(database, settings, watch(database)),
      claim: waitingLimit(database, settings.maxWaiting),
      dead,
      sequences,
      async close() {
        house.stop();
        await database.end();
      },
      onLost: () => {},
    };
    mend.begin();
    return opened;
  } catch (error) {
    await database.end();
    throw error;
  }
}

/** For a health check, which may call often. Settings change at run time: Patroni removes a lost standby. */
function lookingAt(database: Database): () => Promise<InboxStatus> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let last: Promise<InboxStatus> | undefined;

  async function look(): Promise<InboxStatus> {
    const facts = await readFacts(database);
    await probe(database);
    return durabilityFrom(facts);
  }

  return () => {
    if (last !== undefined && performance.now() - askedAt < 1000) return last;
    askedAt = performance.now();
    last = look();
    return last;
  };
}

/** A restored dump holds transaction numbers of another server: they must come before all numbers of this one. */
async function afterRestore({ query, schema: s }: Database): Promise<void> {
  const newest = `
SELECT max(latest.xid) FROM generate_series(0, 63) AS n,
  LATERAL (SELECT xid FROM ${s}.delivery WHERE share = n ORDER BY share DESC, xid DESC, id DESC LIMIT 1) AS latest`;
  const text = `UPDATE ${s}.delivery SET xid = 0 WHERE (${newest}) >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`;
  await query({ text }, { ms: 60_000 });
}
