import type { Redis } from 'ioredis';
import type { Durability, InboxStatus } from '../inbox';
import { inRedisWords } from './error';

/** What Redis says of itself; undefined where it would not. */
export interface RedisFacts {
  /** `redis_version` of INFO, e.g. `7.0.15`. Valkey gives the version of Redis that it is compatible with. */
  readonly version: string | undefined;
  readonly appendonly: string | undefined;
  readonly appendfsync: string | undefined;
  readonly noAppendfsyncOnRewrite: string | undefined;
  readonly maxmemoryPolicy: string | undefined;
  /** How many replicas it writes to. */
  readonly replicas: number;
  /** How many of them must have kept up for it to take a write at all. */
  readonly minReplicas: string | undefined;
}

const unknownNote =
  'bullmqInbox cannot tell whether Redis keeps what it accepts: CONFIG is forbidden here, as managed services do; ask the provider whether appendonly is yes and appendfsync is always (or allow the user `+config|get`)';

/** Measured with Sentinel's own failover: up to ten seconds' worth without, some ten deliveries with it. */
const replicaNote =
  'bullmqInbox: Redis has a replica, which is written to after the answer, so a failover loses what was accepted last; set `min-replicas-to-write 1` and `min-replicas-max-lag 1`, and let it hand over while nothing is accepted';

export async function readFacts(client: Redis): Promise<RedisFacts> {
  const info = await inRedisWords(client.info());
  const said = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const [appendonly, appendfsync, noAppendfsyncOnRewrite, maxmemoryPolicy, minReplicas] = await Promise.all(
    // One by one: several in one call are known from Redis 7.0 on.
    ['appendonly', 'appendfsync', 'no-appendfsync-on-rewrite', 'maxmemory-policy', 'min-replicas-to-write'].map(
      (name) => setting(client, name),
    ),
  );
  const aof = { 0: 'no', 1: 'yes' }[said('aof_enabled') ?? ''];
  return {
    version: said('redis_version'),
    appendonly: appendonly ?? aof,
    appendfsync,
    noAppendfsyncOnRewrite,
    maxmemoryPolicy: maxmemoryPolicy ?? said('maxmemory_policy'),
    replicas: Number(said('connected_slaves') ?? 0),
    minReplicas,
  };
}

async function setting(client: Redis, name: string): Promise<string | undefined> {
  try {
    const answer = (await client.config('GET', name)) as string[];
    return answer[1];
  } catch {
    return undefined; // forbidden, or renamed away; a Redis that is gone is noticed by the caller's next command
  }
}

/** What a Redis with these settings promises, and what to change for more. Redis docs, "Redis persistence". */
export function durabilityFrom(facts: RedisFacts): InboxStatus {
  const notes: string[] = [];
  const durability = ofLog(facts, notes);
  if (facts.replicas > 0 && !(Number(facts.minReplicas) > 0)) notes.push(replicaNote);
  const { maxmemoryPolicy: policy } = facts;
  if (policy === undefined || policy === 'noeviction') return { durability, notes };
  const evictsAll = policy.startsWith('allkeys');
  const lost = evictsAll ? 'what was accepted' : 'locks and the keys of repeated deliveries';
  notes.unshift(
    `bullmqInbox: Redis throws away ${lost} when its memory is full (maxmemory-policy is ${policy}); set \`maxmemory-policy noeviction\``,
  );
  return { durability: evictsAll ? 'none' : durability, notes };
}

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

/** LPOS came with Redis 6.0.6; below 6.2 BullMQ 6.7 itself advises against (redis-connection.js, recommendedMinimumVersion). */
export function refuseOld({ version }: RedisFacts): void {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  if (version === undefined || major > 6 || (major === 6 && minor >= 2)) return;
  throw new Error(`Redis ${version} is too old for this inbox; install 6.2 or newer`);
}
