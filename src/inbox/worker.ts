import type { SharedSettings } from '../flow/settings';
import { type Hooks, report } from '../observe/hooks';
import { workerStarted } from './attempts';
import type { GapWatch } from './gap-watch';
import { handleStored } from './handle-stored';
import type { Consumer, Inbox, InboxFault } from './inbox';
import type { WorkerSettings } from './worker-options';

export interface WorkOptions extends Pick<SharedSettings, 'handlers' | 'hooks' | 'admission' | 'clock' | 'telemetry'> {
  worker: WorkerSettings;
  /** Watches message numbers, if gaps are reported. */
  gaps: GapWatch | undefined;
}

/** Runs the handlers for stored deliveries and reports gaps, until it is stopped. */
export async function workOn(inbox: Inbox, options: WorkOptions): Promise<Consumer> {
  const { worker, gaps, hooks } = options;
  const consumer = await inbox.consume(handleStored(options), {
    concurrency: worker.concurrency,
    onFault: faultReporter(hooks),
  });
  gaps?.start();
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

/** A fault outside any attempt becomes a failure that belongs to no callback, unless its delivery is known. */
function faultReporter(hooks: Hooks): (fault: InboxFault) => void {
  return ({ fault, message: reason, cause, delivery }) => {
    const kind = fault === 'stalled' ? 'workerStalled' : 'inboxFault';
    const vendor = delivery?.vendor;
    report(
      hooks,
      { kind, reason, cause },
      { vendor, command: delivery?.wire, operationID: delivery?.operationID ?? '' },
    );
  };
}
