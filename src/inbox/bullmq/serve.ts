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
  /** Retries after an error of Redis until the worker stops. */
  insist: <T>(action: () => Promise<T>) => Promise<T>;
  onFault: NonNullable<ConsumeOptions['onFault']>;
}

/** The end of a failed attempt, as BullMQ wants it. Without a stack: BullMQ would store it. */
export type Retry = Error & { readonly inMs: number };

export type Serve = (job: InboxJob, token: string | undefined, signal: AbortSignal) => Promise<void>;

/**
 * Processes one job that BullMQ hands out; its end tells BullMQ what to do with the job. `signal` aborts when the worker has lost
 * the job, or must hand it back.
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

  /**
   * Waiting would not help. It may be the first of a lane that it no longer names; the scripts of other jobs remove it there.
   */
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
   * The job before it may have ended between the two steps, when this one was not asleep yet: so it checks again. It also checks
   * after an error, because maybe only the reply was lost and there was no job to move when ioredis retried. A job that is not
   * moved after all is soon found stalled.
   */
  async function sleep(job: InboxJob, token: string | undefined): Promise<never> {
    await job.moveToDelayed(Date.now() + sleepMs, token).catch(() => {});
    if (await insist(() => lanes.isFirst(job))) await insist(() => promote(worker, job.id ?? ''));
    throw new DelayedError();
  }

  /** Undefined when another worker has it. */
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
   * Unless it holds its lane, it leaves the lane before BullMQ learns of its end: after a crash in between, BullMQ finds the job
   * stalled and hands it out again, which starts the next one. In the other order nothing would start it.
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

  /** Returns it to the front of the waiting jobs. When another worker already has it, there is nothing to return. */
  async function handBack(job: InboxJob, token: string | undefined): Promise<never> {
    await job.moveToWait(token).catch(() => {});
    throw new WaitingError();
  }
}

function withoutStack<E extends Error>(error: E): E {
  error.stack = undefined;
  return error;
}
