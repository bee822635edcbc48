import type { EventOf } from './callback/event';
import type { InboxOptions } from './inbox/from-options';
import type { Inbox, InboxStatus } from './inbox/inbox';
import type { WorkerOptions } from './inbox/worker-options';
import type { Telemetry } from './observe/telemetry';
import type { HandlersFor } from './receiver/handlers';
import type { Hooks } from './receiver/reports';
import { resolveWorker } from './receiver/resolve';
import type { CommandOf, Vendor } from './vendors';

/** Handlers, hooks and worker options as `imCallbacks` takes them. */
export type StartWorkerOptions = HandlersFor<Vendor> &
  Hooks<EventOf<CommandOf>> &
  Pick<InboxOptions, 'onGap'> & {
    /** The same store that `imCallbacks({ inbox, worker: false })` of the web processes writes to. */
    inbox: Inbox;
    worker?: WorkerOptions;
    /** Makes traces and metrics of it, as in `imCallbacks`. */
    telemetry?: Telemetry;
    /** Unix time in milliseconds. Default `Date.now`. */
    clock?: () => number;
  };

export interface InboxWorker {
  /** Resolves when it works. Rejects with the reason when the inbox could not be opened; it is retried every second. */
  ready(): Promise<InboxStatus>;
  /**
   * Graceful shutdown, for SIGTERM: starts nothing more, waits for running handlers, then closes the inbox. Resolves with how many
   * still ran after `timeoutMs` (default 10,000); they stay stored for the next worker.
   */
  drain(options?: { timeoutMs?: number }): Promise<{ unfinished: number }>;
}

/**
 * A worker in a process of its own: runs the handlers for deliveries that web processes have stored. It calls `on…` handlers
 * only; `before…` handlers run where the request is answered.
 * @throws `TypeError`, where an option is wrong, missing or misspelt: it names the option and says what to write.
 * @example
 * const worker = startWorker({ inbox: bullmqInbox({ connection }), onGroupMsg: async (event) => { await save(event.body); } });
 * process.once('SIGTERM', () => worker.drain());
 */
export function startWorker(options: StartWorkerOptions): InboxWorker {
  const supervised = resolveWorker(options);
  supervised.ready().catch(() => undefined); // the supervisor reports it, and ready() rejects with it
  return {
    ready: supervised.ready,
    async drain({ timeoutMs = 10_000 } = {}) {
      const unfinished = await supervised.stop(timeoutMs);
      await supervised.close();
      return { unfinished };
    },
  };
}
