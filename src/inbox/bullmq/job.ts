import { createHash, randomBytes } from 'node:crypto';
import type { Job, JobsOptions } from 'bullmq';
import type { StoredDelivery } from '../inbox';

/** What a job holds; written once. */
export interface JobData {
  readonly delivery: StoredDelivery;
  /** Why it is a dead letter from the start: the worker that fetches it fails it with this error. */
  readonly buried?: string;
}

export type InboxJob = Job<JobData, void>;

/**
 * The progress of a job, in BullMQ's `progress`: one small field, whereas `data` would be rewritten with the whole body. Attempts
 * are in BullMQ's own counters.
 */
export interface Progress {
  /** When the first attempt failed: Unix milliseconds. */
  readonly firstFailedAt?: number;
  /** It has left its conversation for good. */
  readonly aside?: boolean;
  /** How often it had stalled when it was revived: BullMQ does not reset that counter. */
  readonly stalledBefore?: number;
  readonly revived?: boolean;
}

/**
 * This inbox counts and limits attempts; BullMQ must not. The delay of each comes with the
 * error (`backoffStrategy` of the worker).
 */
export const jobOptions: JobsOptions = { attempts: 1_000_000_000, backoff: { type: 'inbox' } };

/**
 * How long a job sleeps that is not the first of its conversation, in milliseconds. It is woken when its turn comes; this bounds
 * the wait in unforeseen cases. It is longer than any outage of the workers: otherwise a whole backlog would be awake when they
 * come back.
 */
export const sleepMs = 24 * 3_600_000;

export function progressIn({ progress }: InboxJob): Progress {
  // BullMQ's own value before the first record is 0.
  return typeof progress === 'object' ? (progress as Progress) : {};
}

/** Attempts that began before now: those that failed, and those that a crash ended. */
export function attemptsBefore(job: InboxJob): number {
  return job.attemptsMade + job.stalledCounter - (progressIn(job).stalledBefore ?? 0);
}

/** Whether the job has everything that the inbox needs. */
export function isWhole({ data }: InboxJob): boolean {
  const { delivery } = (data ?? {}) as Partial<JobData>;
  return typeof delivery?.body === 'string' && typeof delivery.vendor === 'string' && typeof delivery.wire === 'string';
}

/** Restores undefined fields, which JSON leaves out. For an incomplete job, returns what is there. */
export function deliveryIn(job: InboxJob): StoredDelivery {
  const { delivery } = job.data ?? {};
  const whole = isWhole(job) ? delivery : { ...nothing, ...delivery, body: JSON.stringify(job.data ?? null) };
  return { ...whole, conversation: whole.conversation, appId: whole.appId };
}

const nothing: StoredDelivery = {
  key: '',
  identified: false,
  conversation: undefined,
  vendor: '',
  wire: '',
  appId: undefined,
  operationID: '',
  receivedAt: 0,
  query: {},
  expected: true,
  body: 'null',
};

let count = 0;

/**
 * An id for a job, in the order of acceptance in this process: BullMQ sorts jobs that failed in the same millisecond by id. It
 * starts with a letter because BullMQ reserves numbers.
 */
export function newJobId(): string {
  count = (count + 1) % 36 ** 4;
  const time = Date.now().toString(36).padStart(9, '0');
  return `d${time}${count.toString(36).padStart(4, '0')}${randomBytes(6).toString('hex')}`;
}

/** A short name for a key of any length; 128 bits. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
