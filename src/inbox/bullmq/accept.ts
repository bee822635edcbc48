import { Job, type JobsOptions } from 'bullmq';
import type { Acceptance, StoredDelivery } from '../inbox';
import { inRedisWords, redisError } from './error';
import { digest, type JobData, jobOptions, newJobId, sleepMs } from './job';
import type { Entered, Entry } from './lanes';
import { promote } from './promote';
import type { RedisStore } from './store';

type Deduplication = JobsOptions['deduplication'];

/** Stores a delivery, and says whether it is new. */
export async function accept(store: RedisStore, delivery: StoredDelivery): Promise<Acceptance> {
  const { dedupMs, dedupe } = store.settings;
  if (!delivery.identified || dedupMs === 0) return { fresh: await put(store, delivery) };
  const fresh = await put(store, delivery, { id: digest(delivery.key), ttl: dedupMs });
  if (!fresh && dedupe === 'observe') await put(store, delivery);
  return { fresh };
}

/**
 * One transaction, so one round trip and one fsync of Redis. BullMQ's own script stores the job and remembers its key in one
 * step: if the key came before its job and the process died in between, the event would be lost.
 */
async function put(store: RedisStore, delivery: StoredDelivery, deduplication?: Deduplication): Promise<boolean> {
  const { queue, client, lanes, backlogs, onReplicas } = store;
  const { conversation, wire } = delivery;
  const isAsleep = backlogs.has(conversation);
  const options = {
    ...jobOptions,
    jobId: newJobId(),
    ...(deduplication && { deduplication }),
    ...(isAsleep && { delay: sleepMs }),
  };
  const entry = { id: options.jobId, conversation, isAsleep };
  const job = new Job<JobData, void>(queue, wire, { delivery }, options, options.jobId);
  const transaction = client.multi();
  await job.addJob(transaction);
  lanes.enterIn(transaction, entry);
  const [results] = await Promise.all([inRedisWords(transaction.exec()), onReplicas()]);
  const [added, entered] = results ?? [];
  if (isUnknown(added?.[0]) || isUnknown(entered?.[0])) return putOneByOne(store, delivery, options, entry);
  if (added === undefined || added[0] !== null) throw redisError(added?.[0]);
  settle(store, conversation, lanes.entered(entered?.[1]));
  return added[1] === options.jobId;
}

/** A repair that nobody waits for: workers find a job that is not woken now. */
function settle({ queue, backlogs }: RedisStore, conversation: string | undefined, { promote: id, place }: Entered) {
  backlogs.learn(conversation, place);
  promote(queue, id).catch(() => {});
}

/**
 * Redis forgets scripts at will: after SCRIPT FLUSH, and from 7.4 on beyond 500. ioredis 5.11 sends a script again when Redis
 * asks for it (Script.js), but cannot within a transaction. So the transaction is repeated; that is safe, because the job's id is
 * the same.
 */
async function putOneByOne(
  store: RedisStore,
  delivery: StoredDelivery,
  options: JobsOptions & { jobId: string },
  entry: Entry,
): Promise<boolean> {
  const { queue, lanes, onReplicas } = store;
  // Added awake: if the process dies before entering it into its lane, a worker finds it and enters it.
  const { id } = await inRedisWords(queue.add(delivery.wire, { delivery }, { ...options, delay: 0 }));
  const entered = await inRedisWords(lanes.enter(entry));
  await onReplicas();
  settle(store, delivery.conversation, entered);
  return id === options.jobId;
}

function isUnknown(error: Error | null | undefined): boolean {
  return error?.message.startsWith('NOSCRIPT') ?? false;
}

/** Stores a dead letter. A worker makes it one, outside any lane: in BullMQ only a worker can move a job to `failed`. */
export async function bury(store: RedisStore, delivery: StoredDelivery, error: string): Promise<void> {
  const { queue, onReplicas } = store;
  await inRedisWords(queue.add(delivery.wire, { delivery, buried: error }, { ...jobOptions, jobId: newJobId() }));
  await onReplicas();
}
