import type { SharedSettings } from '../flow/settings';
import { type Hooks, report } from '../observe/hooks';
import { safely } from '../observe/safe-trace';
import type { Telemetry } from '../observe/telemetry';
import { workerStarted } from './attempts';
import { watchGaps } from './gap-watch';
import { handleStored } from './handle-stored';
import type { Consumer, Gap, Inbox, InboxFault } from './inbox';
import type { WorkerSettings } from './worker-options';

export interface WorkOptions extends Pick<SharedSettings, 'handlers' | 'hooks' | 'admission' | 'clock' | 'telemetry'> {
  worker: WorkerSettings;
  onGap: ((gap: Gap) => unknown) | undefined;
}

/** Has the deliveries of an open inbox handled, and its gaps told of, until it is stopped. */
export async function workOn(inbox: Inbox, options: WorkOptions): Promise<Consumer> {
  const { worker, onGap, telemetry, hooks } = options;
  const told = onGap && gapHook(telemetry, onGap);
  const gaps = told && watchGaps({ ...options, sequences: inbox.sequences, onGap: told, graceMs: worker.gapGraceMs });
  const consumer = await inbox
    .consume(handleStored({ ...options, gaps }), { concurrency: worker.concurrency, onFault: faultReporter(hooks) })
    .catch((error) => {
      gaps?.stop();
      throw error;
    });
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

/** What no attempt can tell of is a failure of its own, of no callback in particular unless a delivery of it is known. */
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

/** Telemetry counts what `onGap` has taken; what it rejects is told again. */
function gapHook(telemetry: Telemetry | undefined, onGap: (gap: Gap) => unknown): (gap: Gap) => unknown {
  if (telemetry?.gap === undefined) return onGap;
  return async (gap) => {
    await onGap(gap);
    safely(() => telemetry.gap?.(gap));
  };
}
