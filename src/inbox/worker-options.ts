import { checkOptions, type Rule, wholeNumber } from '../options/check';

/** How deliveries of an inbox are handled. Durations are milliseconds. A value out of range throws a `TypeError` when the receiver is made. */
export interface WorkerOptions {
  /** How many deliveries are handled at once in this process. Default 16; from 1 to 10,000. */
  concurrency?: number;
  /**
   * How many attempts a delivery gets before it becomes a dead letter. Default 20: with the two options below about two hours,
   * two and a half at most.
   */
  attempts?: number;
  /** Wait before the first retry; it doubles with each further one, with 50 % jitter. Default 1,000. */
  backoffMs?: number;
  /** The longest wait between two attempts. Default 900,000 (15 minutes). */
  maxBackoffMs?: number;
  /**
   * How long a failing delivery holds back its conversation, from its first failure. After that it steps aside: it is
   * retried out of order. Default 60,000.
   */
  holdMs?: number;
  /** Longest time for one attempt; then its signal aborts and it counts as failed. Default 60,000. */
  timeoutMs?: number;
  /** How late the messages of a gap may come before `onGap` is called. Default 30,000. */
  gapGraceMs?: number;
}

export type WorkerSettings = Required<WorkerOptions>;

const hour = 3_600_000;

const rules: Readonly<Record<keyof WorkerOptions, Rule>> = {
  concurrency: wholeNumber('deliveries', 1, 10_000),
  attempts: wholeNumber('attempts', 1, 1000),
  backoffMs: wholeNumber('milliseconds', 1, hour),
  maxBackoffMs: wholeNumber('milliseconds', 1, 24 * hour),
  holdMs: wholeNumber('milliseconds', 0, 24 * hour),
  timeoutMs: wholeNumber('milliseconds', 1, 24 * hour),
  gapGraceMs: wholeNumber('milliseconds', 1, 24 * hour),
};

/** Checks the options and fills in the defaults. */
export function workerSettings(options: WorkerOptions): WorkerSettings {
  checkOptions(options, { at: 'worker.', rules });
  const { concurrency = 16, attempts = 20, backoffMs = 1000, maxBackoffMs = 15 * 60_000 } = options;
  const { holdMs = 60_000, timeoutMs = 60_000, gapGraceMs = 30_000 } = options;
  return { concurrency, attempts, backoffMs, maxBackoffMs, holdMs, timeoutMs, gapGraceMs };
}
