import type { DeadLetter } from '../inbox';
import { inRedisWords } from './error';
import type { ErrorTexts } from './error-text';
import type { InboxJob, JobData, Progress } from './job';
import { attemptsBefore, deliveryIn, isWhole, progressIn } from './job';
import { readJob } from './mend';
import type { RedisStore } from './store';

/**
 * The dead letters are BullMQ's failed jobs; it lists them in the order in which they failed. Lists all of them: only workers
 * remove old ones, because a reader may have no `deadRetentionMs`, or another one.
 */
export async function listDead(
  { queue, redis, errors }: Pick<RedisStore, 'queue' | 'redis' | 'errors'>,
  limit: number,
): Promise<readonly DeadLetter[]> {
  if (limit < 1) return [];
  const ids = await inRedisWords(queue.getRanges(['failed'], 0, limit - 1, true));
  const jobs = await inRedisWords(Promise.all(ids.map((id) => readJob(queue, redis, id))));
  const found = jobs.filter((job) => job !== undefined);
  const kept = await inRedisWords(Promise.all(found.map(({ id = '' }) => errors.read(id))));
  return found.map((job, i) => toDeadLetter(job, kept[i]));
}

/**
 * Removes those that are too old. Only workers call it, since reading must change nothing. BullMQ itself bounds them by number
 * and age only when another one dies (6.7, moveToFinished-14.lua).
 */
export async function dropExpired({ queue, settings }: Pick<RedisStore, 'queue' | 'settings'>): Promise<void> {
  await queue.clean(settings.deadRetentionMs, 10_000, 'failed');
}

function toDeadLetter(job: InboxJob, kept: Awaited<ReturnType<ErrorTexts['read']>> | undefined): DeadLetter {
  const delivery = deliveryIn(job);
  const attempts = isStillBuried(job) ? 0 : (kept?.attempts ?? attemptsBefore(job));
  const error = kept?.text ?? job.failedReason ?? '';
  return {
    id: job.id ?? '',
    delivery,
    error,
    attempts,
    diedAt: job.finishedOn ?? job.timestamp,
  };
}

/** Whether to bury it without any attempt. */
export function isStillBuried(job: InboxJob): job is InboxJob & { data: Required<JobData> } {
  return isWhole(job) && job.data.buried !== undefined && progressIn(job).revived !== true;
}

/**
 * Moves a dead letter back to the waiting jobs. It is in no lane yet: the worker that fetches it appends it to its conversation's
 * lane, so it comes last.
 */
export async function revive({ queue, redis, lanes, errors }: RedisStore, id: string): Promise<boolean> {
  const job = await inRedisWords(readJob(queue, redis, id));
  if (job === undefined || !(await inRedisWords(job.isFailed()))) return false;
  const { buried, delivery } = job.data ?? {}; // null where it is damaged
  // The reason for burying is removed with the dead letter.
  if (buried !== undefined && delivery !== undefined) await inRedisWords(job.updateData({ delivery }));
  const progress: Progress = { revived: true, stalledBefore: job.stalledCounter };
  await inRedisWords(job.updateProgress(progress));
  await inRedisWords(errors.forget(id));
  try {
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
  } catch (error) {
    // Another process was faster. BullMQ 6.7, reprocessJob-9.lua: -1 when the job is gone, -3 when it is not dead.
    const { code } = error as { code?: unknown };
    if (code === -1 || code === -3) return false;
    return inRedisWords(Promise.reject(error));
  }
  await inRedisWords(lanes.again(id));
  return true;
}
