import type { SharedSettings } from '../settings';
import { workerStarted } from './attempts';
import { type Gap, watchGaps } from './gap-watch';
import { handleStored } from './handle-stored';
import type { Consumer, Inbox } from './inbox';
import type { WorkerSettings } from './worker-options';

export interface WorkOptions extends Pick<SharedSettings, 'handlers' | 'hooks' | 'load' | 'clock'> {
  worker: WorkerSettings;
  onGap: ((gap: Gap) => unknown) | undefined;
}

/** Has the deliveries of an open inbox handled, and its gaps told of, until it is stopped. */
export async function workOn(inbox: Inbox, options: WorkOptions): Promise<Consumer> {
  const { worker, onGap } = options;
  const gaps = onGap && watchGaps({ ...options, sequences: inbox.sequences, onGap, graceMs: worker.gapGraceMs });
  const consumer = await inbox.consume(handleStored({ ...options, gaps }), { concurrency: worker.concurrency });
  const workerStopped = workerStarted();
  return {
    get running() {
      return consumer.running;
    },
    stop(timeoutMs) {
      gaps?.stop();
      workerStopped();
      return consumer.stop(timeoutMs);
    },
  };
}
