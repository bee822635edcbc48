import type { Durability, InboxStatus } from '../inbox';
import type { RedisFacts } from './facts';
import type { BullmqSettings } from './options';

const unknownNote =
  'bullmqInbox cannot tell whether Redis keeps what it accepts: CONFIG is forbidden here, as is usual for managed services; ask the provider whether appendonly is yes and appendfsync is always (or allow the user `+config|get`)';

/** What a Redis with these settings promises with this many `replicas`, and what to change for more. */
export function durabilityFrom(facts: RedisFacts, replicas: BullmqSettings['replicas']): InboxStatus {
  const notes: string[] = [];
  const durability = afterFailover(ofLog(facts, notes), facts, replicas, notes);
  const { maxmemoryPolicy: policy } = facts;
  if (policy === undefined || policy === 'noeviction') return { durability, notes };
  const evictsAll = policy.startsWith('allkeys');
  const lost = evictsAll ? 'what was accepted' : 'locks and the keys of repeated deliveries';
  notes.unshift(
    `bullmqInbox: Redis throws away ${lost} when its memory is full (maxmemory-policy is ${policy}); set \`maxmemory-policy noeviction\``,
  );
  return { durability: evictsAll ? 'none' : durability, notes };
}

/** Redis docs, "Redis persistence". */
function ofLog({ appendonly, appendfsync, noAppendfsyncOnRewrite }: RedisFacts, notes: string[]): Durability {
  if (appendonly === 'no') {
    notes.push(
      'bullmqInbox: Redis keeps what it accepts in memory only (appendonly is no); set `appendonly yes` and `appendfsync always`',
    );
    return 'none';
  }
  if (appendonly === undefined || appendfsync === undefined) {
    notes.push(unknownNote);
    return 'unknown';
  }
  if (appendfsync !== 'always') {
    notes.push(
      `bullmqInbox: a power cut loses what Redis accepted last, with everysec of up to two seconds (appendfsync is ${appendfsync}); set \`appendfsync always\``,
    );
    return 'process-crash';
  }
  // redis.conf: while a child saves or rewrites, durability is then "the same as appendfsync no", for up to 30 seconds.
  if (noAppendfsyncOnRewrite === 'yes') {
    notes.push(
      'bullmqInbox: a power cut while Redis rewrites its log loses what it accepted since; set `no-appendfsync-on-rewrite no`',
    );
    return 'process-crash';
  }
  return 'power-loss';
}

/**
 * A replica that takes over lacks writes that it has not received. So every replica must have confirmed: in a planned failover
 * the others still answer the old master for a moment while one already is the new master.
 */
function afterFailover(
  durability: Durability,
  facts: RedisFacts,
  replicas: BullmqSettings['replicas'],
  notes: string[],
): Durability {
  const there = Math.max(facts.replicas, facts.isWatched ? 1 : 0);
  // After a while a lost replica is no longer required: writes accepted then would be lost with the master.
  if (replicas === 'connected' && facts.replicas > 0) return durability;
  if (replicas === 'connected') return withoutReplica(durability, facts, notes);
  if (replicas >= there) return durability === 'power-loss' && replicas > 0 ? 'machine-loss' : durability;
  const some = there === 1 ? 'a replica' : `${there} replicas`;
  notes.push(
    `bullmqInbox: a failover loses what was accepted last, since Redis has ${some} and writes to them after its answer; set the option \`replicas: ${there}\`, and what is acknowledged is on ${there === 1 ? 'it' : 'them'} as well`,
  );
  return durability === 'power-loss' ? 'process-crash' : durability;
}

function withoutReplica(durability: Durability, { isWatched }: RedisFacts, notes: string[]): Durability {
  if (!isWatched) return durability;
  notes.push('bullmqInbox: no replica is connected to Redis, so what is accepted now is on one machine alone');
  return durability === 'power-loss' ? 'process-crash' : durability;
}
