import { Worker } from 'bullmq';
import { within } from '../../promises/within';
import type { ConsumeOptions, Consumer, Run } from '../inbox';
import { dropExpired } from './dead-letters';
import { inRedisWords } from './error';
import { errorTexts } from './error-text';
import { makeInsist, pauseMs } from './insist';
import type { JobData } from './job';
import { lanesOf } from './lanes';
import { isUnreadable, mendActive } from './mend';
import { nudgeSleepers } from './nudge';
import { promote } from './promote';
import { makeServe, type Retry, type Serve } from './serve';
import { watchStalls } from './stalls';
import type { RedisStore } from './store';
import { makeTidy } from './tidy';
import { connectWorker } from './worker-connections';

/** Longest time to wait for BullMQ to end and for the last records, in milliseconds. */
const goodbyeMs = 2000;
const hour = 3_600_000;

const giveUp = () => undefined;

interface Running {
  readonly id: string | undefined;
  readonly controller: AbortController;
}

/** A BullMQ worker on two separate connections, which wait while Redis is unreachable. */
export async function consumeQueue(
  store: RedisStore,
  run: Run,
  { concurrency, onFault = () => {} }: ConsumeOptions,
): Promise<Consumer> {
  const { settings, skipVersionCheck } = store;
  const { redis, disconnect } = await connectWorker(settings);
  const running = new Set<Running>();
  let isStopping = false;
  let idle: (() => void) | undefined;
  let stopped: Promise<number> | undefined;

  const worker: Worker<JobData, void> = new Worker(
    settings.queue,
    (job, token) => inHand(job.id, (s) => serve(job, token, s)),
    {
      connection: redis,
      prefix: settings.prefix,
      skipVersionCheck,
      autorun: false,
      concurrency,
      lockDuration: settings.lockMs,
      stalledInterval: settings.lockMs / 2,
      // Restarts of the process must not kill a job. Each counts as an attempt; `run` decides when there were enough.
      maxStalledCount: 1_000_000_000,
      runRetryDelay: pauseMs,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: settings.maxDead, age: Math.ceil(settings.deadRetentionMs / 1000) },
      settings: { backoffStrategy: (_made, _type, error) => (error as Partial<Retry> | undefined)?.inMs ?? pauseMs },
    },
  );
  const stalls = watchStalls(redis, onFault);
  const insist = makeInsist(stalls.note, () => isStopping);
  // BullMQ recovers by itself, except from a job that it cannot read: it would hand that out again and again.
  worker.on('error', (error) => {
    stalls.note(error);
    if (isUnreadable(error)) mendActive(redis, (name) => worker.toKey(name)).catch(() => {}); // its next turn retries
  });
  let stopNudging = () => {};
  const serve = await started();
  const housekeep = () => void dropExpired(store).catch(() => {});
  housekeep();
  const housekeeping = setInterval(housekeep, Math.min(hour, settings.deadRetentionMs));
  housekeeping.unref();

  async function started(): Promise<Serve> {
    try {
      const lanes = lanesOf(redis, await inRedisWords(worker.getBackend().client), (key) => worker.toKey(key));
      await inRedisWords(worker.waitUntilReady());
      const tidy = makeTidy(lanes);
      const errors = errorTexts(redis, (id) => worker.toKey(id));
      const buried = (id: string) => {
        tidy.add(id);
        errors.show(id).catch(() => {}); // listing finds it anyway
      };
      worker.on('completed', ({ id = '' }) => tidy.add(id));
      worker.on('failed', (job) => job?.finishedOn !== undefined && buried(job.id ?? ''));
      worker.on('lockRenewalFailed', (ids) => abort('the delivery was lost to another worker', ids));
      worker.on('closing', () => tidy.flush());
      worker.run().catch(() => {}); // ends with the worker
      stopNudging = nudgeSleepers(lanes, (id) => promote(worker, id));
      return makeServe({ lanes, run, worker, errors, insist, onFault });
    } catch (error) {
      disconnect();
      throw error;
    }
  }

  async function inHand(id: string | undefined, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const one = { id, controller: new AbortController() };
    // It was being fetched when the worker was told to stop.
    if (isStopping) one.controller.abort();
    running.add(one);
    try {
      await work(one.controller.signal);
    } finally {
      running.delete(one);
      if (running.size === 0) idle?.();
    }
  }

  function abort(why: string, ids?: readonly string[]): void {
    for (const { id, controller } of running) {
      if (ids === undefined || ids.includes(id ?? '')) controller.abort(new DOMException(why, 'AbortError'));
    }
  }

  async function stop(timeoutMs: number): Promise<number> {
    isStopping = true;
    clearInterval(housekeeping);
    stopNudging();
    stalls.stop();
    void worker.pause(true).catch(() => {});
    if (running.size > 0 && timeoutMs > 0)
      await within(timeoutMs, new Promise<void>((resolve) => (idle = resolve)), giveUp);
    const left = running.size;
    abort('the inbox stops');
    // It finishes updates of its jobs, and would wait for ever while Redis is unreachable.
    await within(goodbyeMs, worker.close(), giveUp).catch(giveUp);
    disconnect();
    return left;
  }

  return {
    get running() {
      return running.size;
    },
    stop(timeoutMs) {
      stopped ??= stop(timeoutMs);
      return stopped;
    },
  };
}
