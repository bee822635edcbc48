import { DelayedError, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import type { ConsumeOptions, Disposition, Run } from '../inbox';
import { isStillBuried } from './dead-letters';
import { type ErrorTexts, reasonFor } from './error-text';
import {
  attemptsBefore,
  deliveryIn,
  type InboxJob,
  isWhole,
  type JobData,
  type Progress,
  progressIn,
  sleepMs,
} from './job';
import type { Lanes, Turn } from './lanes';
import { promote } from './promote';

export interface ServeOptions {
  lanes: Lanes;
  run: Run;
  worker: Worker<JobData, void>;
  errors: ErrorTexts;
  /** Goes on after an error of Redis until the worker stops. */
  insist: <T>(action: () => Promise<T>) => Promise<T>;
  onFault: NonNullable<ConsumeOptions['onFault']>;
}

/** The end of a failed attempt, as BullMQ wants it. Without a stack: BullMQ would store it. */
export type Retry = Error & { readonly inMs: number };

export type Serve = (job: InboxJob, token: string | undefined, signal: AbortSignal) => Promise<void>;

/**
 * What is done with one job that BullMQ hands out; ends as BullMQ wants to be told what to do with it then. `signal` aborts when
 * the worker has lost the job, or is to hand it back.
 */
export function makeServe({ lanes, run, worker, errors, insist, onFault }: ServeOptions): Serve {
  return async function serve(job, token, signal) {
    if (signal.aborted) return handBack(job, token);
    if (isStillBuried(job)) return fail(job, job.data.buried);
    if (!isWhole(job)) return failDamaged(job);
    const { turn } = await takeTurn(job);
    if (turn === 'done') return;
    if (turn === 'wait') return sleep(job, token);
    const disposition = await attempt(job, signal);
    if (disposition === undefined) return handBack(job, token);
    await leaveLane(job, disposition);
    const { next } = disposition;
    if (next === 'dead') return fail(job, disposition.error, disposition.attempts);
    if (next === 'retry') throw withoutStack(Object.assign(new Error(reasonFor.retry), { inMs: disposition.inMs }));
  };

  async function fail(job: InboxJob, error: string, attempts?: number): Promise<never> {
    await insist(() => errors.keep(job.id ?? '', error, attempts));
    throw withoutStack(new UnrecoverableError(reasonFor.dead));
  }

  /** No time would mend it. It may be the first of a lane that it does not name any more, from where others heal it away. */
  function failDamaged(job: InboxJob): Promise<never> {
    const error = 'the delivery cannot be read: it is damaged in the store';
    onFault({ fault: 'damaged', message: `${error}; it is a dead letter now`, cause: new Error(error) });
    return fail(job, error);
  }

  async function takeTurn(job: InboxJob): Promise<Turn> {
    if (job.data.delivery.conversation === undefined) return { turn: 'run', promote: '' };
    const turn = await insist(() => lanes.begin(job));
    await insist(() => promote(worker, turn.promote));
    return turn;
  }

  /**
   * The one before it may have gone between the two steps, and have found it not asleep yet: so it looks again. So it does after
   * an error, which may mean no more than that the answer was lost and there was no job to move when ioredis asked again. A job
   * that is not moved after all is soon found stalled.
   */
  async function sleep(job: InboxJob, token: string | undefined): Promise<never> {
    await job.moveToDelayed(Date.now() + sleepMs, token).catch(() => {});
    if (await insist(() => lanes.isFirst(job))) await insist(() => promote(worker, job.id ?? ''));
    throw new DelayedError();
  }

  /** Undefined where it is no longer this worker's. */
  function attempt(job: InboxJob, signal: AbortSignal): Promise<Disposition | undefined> {
    if (signal.aborted) return Promise.resolve(undefined);
    const lost = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const { firstFailedAt } = progressIn(job);
    const attempt = attemptsBefore(job) + 1;
    return Promise.race([run({ delivery: deliveryIn(job), attempt, firstFailedAt, signal }), lost]);
  }

  /**
   * Unless it holds its lane, it leaves it before BullMQ hears of its end: a crash in between leaves a job that BullMQ takes for stalled and hands
   * out again, which sets the next one going. The other way round nothing would.
   */
  async function leaveLane(job: InboxJob, disposition: Disposition): Promise<void> {
    const holds = disposition.next === 'retry' && disposition.hold;
    const hadLeft = progressIn(job).aside === true;
    if (disposition.next === 'retry') await recordFailure(job, !holds);
    if (holds || job.data.delivery.conversation === undefined) return;
    const first = await insist(() => lanes.leave(job, disposition.next === 'done', hadLeft));
    await insist(() => promote(worker, first));
  }

  async function recordFailure(job: InboxJob, stepsAside: boolean): Promise<void> {
    const known = progressIn(job);
    if (known.firstFailedAt !== undefined && (known.aside === true || !stepsAside)) return;
    const progress: Progress = { ...known, firstFailedAt: known.firstFailedAt ?? Date.now() };
    await insist(() => job.updateProgress(stepsAside ? { ...progress, aside: true } : progress));
  }

  /** Back to the front of those that wait. Where the job is another worker's already, there is nothing to give. */
  async function handBack(job: InboxJob, token: string | undefined): Promise<never> {
    await job.moveToWait(token).catch(() => {});
    throw new WaitingError();
  }
}

function withoutStack<E extends Error>(error: E): E {
  error.stack = undefined;
  return error;
}
