import type { DecodedEvent } from '../callback/event';
import { makeAdmission } from '../flow/admission';
import type { SharedSettings } from '../flow/settings';
import type { InboxAccess } from '../flow/steps/accept-into-inbox';
import { safely } from '../observe/safe-trace';
import type { Telemetry } from '../observe/telemetry';
import type { Rule } from '../options/check';
import { optionError } from '../options/option-error';
import { countNumbers } from './gap-count';
import { type GapWatch, watchGaps } from './gap-watch';
import type { Gap, Inbox } from './inbox';
import { type Supervised, supervise } from './open-with-retry';
import { toHandle, toStore } from './stored-event';
import { workOn } from './worker';
import { type WorkerOptions, type WorkerSettings, workerSettings } from './worker-options';

/** The inbox options of a receiver. */
export interface InboxOptions {
  /**
   * Where after-callbacks are stored before they are acknowledged; their handlers run from there, with retries, in order in
   * each conversation. See docs/reliability.md. Default: none, handlers run before the ACK.
   * @example
   * inbox: sqliteInbox({ file: 'inbox.db' }), // of express-im-callbacks/inbox/sqlite
   */
  inbox?: Inbox;
  /**
   * How this process handles stored deliveries. `false`: it handles none and stores every known after-callback, for `startWorker`
   * in other processes. Default: they are handled here, see `WorkerOptions`.
   * @throws `TypeError`, when the receiver is made, where there is no inbox.
   * @example
   * worker: { concurrency: 4, attempts: 10 },
   */
  worker?: WorkerOptions | false;
  /**
   * Called for messages that no callback ever brought, found by the numbers that Tencent's group messages and OpenIM's
   * `callbackAfterMsgSaveDBCommand` have. At-least-once; after a rejection it is called again. Default: gaps are not reported.
   * @throws `TypeError`, when the receiver is made, where there is no inbox.
   * @example
   * onGap: ({ ids: [groupId], from, to }) => fetchMessages(groupId, from, to),
   */
  onGap?: (gap: Gap) => unknown;
}

export const inboxRules: Readonly<Record<keyof InboxOptions, Rule>> = {
  inbox: (value) => (isInbox(value) ? undefined : 'an inbox, e.g. sqliteInbox({ file })'),
  worker: (value) =>
    value === false || (typeof value === 'object' && value !== null) ? undefined : 'options of the worker, or false',
  onGap: (value) => (typeof value === 'function' ? undefined : 'a function'),
};

function isInbox(value: unknown): boolean {
  const methods = ['open', 'accept', 'bury', 'consume', 'dead', 'revive', 'stats', 'close'];
  return methods.every((name) => typeof (value as Record<string, unknown> | null)?.[name] === 'function');
}

export interface Attached {
  readonly supervised: Supervised;
  readonly access: InboxAccess;
}

/** Prepares what the options ask for; opens nothing yet. Without an inbox it returns nothing. */
export function attachInbox(
  { inbox, worker, onGap }: InboxOptions,
  shared: Pick<SharedSettings, 'handlers' | 'hooks' | 'admission' | 'clock' | 'telemetry'>,
): Attached | undefined {
  if (inbox === undefined) {
    const idle = worker !== undefined ? 'worker' : onGap !== undefined ? 'onGap' : undefined;
    if (idle === undefined) return undefined;
    throw optionError(`imCallbacks: option ${idle} needs an inbox; add inbox: sqliteInbox({ file }), or leave it out`);
  }
  const settings = worker === false ? undefined : workerSettings(worker ?? {});
  // A separate admission: hanging handlers of the inbox must not use up the requests' maxConcurrent.
  const own = { ...shared, admission: makeAdmission(Number.POSITIVE_INFINITY) };
  const gaps = gapsOf(inbox, { settings, onGap }, shared);
  const consume = settings && ((opened: Inbox) => workOn(opened, { ...own, worker: settings, gaps: gaps.watch }));
  const supervised = supervise(inbox, consume);
  // Only a worker of this process can use the body as it was decoded.
  const forAccept = settings === undefined ? toStore : toHandle;
  const letGo = safely(() => shared.telemetry?.inbox?.(inbox));
  const close = async () => {
    safely(() => letGo?.());
    await supervised.close();
  };
  return {
    supervised: { ...supervised, close },
    access: {
      storesAll: worker === false,
      async accept(event, how) {
        const accepted = await supervised.accept(forAccept(event, how));
        // Nothing waits for it, because the worker that handles the delivery counts it, too.
        if (accepted.fresh) void gaps.countEarly?.(event);
        return accepted;
      },
      bury: async (event, error, how) => supervised.bury(toStore(event, how), error),
    },
  };
}

/**
 * Counts message numbers on acceptance: a process that reports gaps does so, and one for which another process reports them.
 */
function gapsOf(
  inbox: Inbox,
  { settings, onGap }: { settings: WorkerSettings | undefined; onGap: InboxOptions['onGap'] },
  { clock, hooks, telemetry }: Pick<SharedSettings, 'clock' | 'hooks' | 'telemetry'>,
): { countEarly: ((event: DecodedEvent) => Promise<void>) | undefined; watch?: GapWatch } {
  const { sequences } = inbox;
  const graceMs = (settings ?? workerSettings({})).gapGraceMs;
  if (settings !== undefined) {
    const told = onGap && gapHook(telemetry, onGap);
    const watch = told && watchGaps({ sequences, onGap: told, graceMs, clock, hooks });
    return { countEarly: watch?.countEarly, watch };
  }
  const { count, isWatched } = countNumbers({ sequences, graceMs, clock });
  return {
    async countEarly(event) {
      try {
        if (event.sequence !== undefined && (await isWatched())) await count(event);
      } catch {
        // The worker counts it again.
      }
    },
  };
}

/** Telemetry counts the gaps that `onGap` accepted; rejected ones are reported again. */
function gapHook(telemetry: Telemetry | undefined, onGap: (gap: Gap) => unknown): (gap: Gap) => unknown {
  if (telemetry?.gap === undefined) return onGap;
  return async (gap) => {
    await onGap(gap);
    safely(() => telemetry.gap?.(gap));
  };
}
