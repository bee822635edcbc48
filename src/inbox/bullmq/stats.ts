import type { InboxStats } from '../inbox';
import { inRedisWords } from './error';
import type { RedisStore } from './store';

/** The state of the inbox for all processes; each process knows only its own duplicates. */
export async function statsOf({
  queue,
  lanes,
}: Pick<RedisStore, 'queue' | 'lanes'>): Promise<Omit<InboxStats, 'duplicates'>> {
  const [{ active = 0, failed = 0, ...waiting }, oldestAt] = await Promise.all([
    inRedisWords(queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed')),
    inRedisWords(lanes.oldest()),
  ]);
  return {
    waiting: Object.values(waiting).reduce((sum, count) => sum + count, 0),
    running: active,
    dead: failed,
    oldestMs: oldestAt === undefined ? null : Math.max(0, Date.now() - oldestAt),
  };
}
