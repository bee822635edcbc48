import type { Redis } from 'ioredis';
import { inRedisWords } from './error';

/** What Redis reports about itself; undefined when it refuses. */
export interface RedisFacts {
  /** `redis_version` of INFO, e.g. `7.0.15`. Valkey gives the version of Redis that it is compatible with. */
  readonly version: string | undefined;
  /** `master`, or `slave` for a replica. */
  readonly role: string | undefined;
  readonly isInCluster: boolean;
  readonly appendonly: string | undefined;
  readonly appendfsync: string | undefined;
  readonly noAppendfsyncOnRewrite: string | undefined;
  readonly maxmemoryPolicy: string | undefined;
  /** How many replicas it writes to. */
  readonly replicas: number;
  /** Whether it is found through Sentinels: then it has or had replicas. */
  readonly isWatched: boolean;
}

export async function readFacts(client: Redis): Promise<RedisFacts> {
  const info = await inRedisWords(client.info());
  const [appendonly, appendfsync, noAppendfsyncOnRewrite, maxmemoryPolicy] = await Promise.all(
    // One by one: Redis accepts several in one call only from 7.0 on.
    ['appendonly', 'appendfsync', 'no-appendfsync-on-rewrite', 'maxmemory-policy'].map((name) => setting(client, name)),
  );
  const aof = { 0: 'no', 1: 'yes' }[said(info, 'aof_enabled') ?? ''];
  return {
    version: said(info, 'redis_version'),
    role: said(info, 'role'),
    isInCluster: said(info, 'cluster_enabled') === '1',
    appendonly: appendonly ?? aof,
    appendfsync,
    noAppendfsyncOnRewrite,
    maxmemoryPolicy: maxmemoryPolicy ?? said(info, 'maxmemory_policy'),
    replicas: Number(said(info, 'connected_slaves') ?? 0),
    isWatched: Boolean(client.options.sentinels),
  };
}

/** One field of INFO. */
export function said(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
}

async function setting(client: Redis, name: string): Promise<string | undefined> {
  try {
    const answer = (await client.config('GET', name)) as string[];
    return answer[1];
  } catch {
    return undefined; // forbidden or renamed; if Redis is gone, the caller's next command notices
  }
}

/** LPOS came with Redis 6.0.6; below 6.2 BullMQ 6.7 itself advises against (redis-connection.js, recommendedMinimumVersion). */
export function refuseOld({ version }: Pick<RedisFacts, 'version'>): void {
  if (isAtLeast(version, 6, 2)) return;
  throw new Error(`Redis ${version} is too old for this inbox; install 6.2 or newer`);
}

/** A Redis without a version counts as new. */
export function isAtLeast(version: string | undefined, wantedMajor: number, wantedMinor: number): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  return version === undefined || major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * A replica may be configured to accept writes, and loses them as soon as it syncs with its master again. In a cluster it
 * redirects to its master itself.
 */
export function refuseReplica({ role, isInCluster }: Pick<RedisFacts, 'role' | 'isInCluster'>): void {
  if (role !== 'slave' || isInCluster) return;
  throw new Error('this Redis is a replica, which keeps nothing; connect to its master, or through its Sentinels');
}
