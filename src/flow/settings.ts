import type { HandlerMap } from '../callback/handlers';
import type { FailurePolicy } from '../catalogue/command';
import type { Hooks } from '../observe/hooks';
import type { Telemetry } from '../observe/telemetry';
import { type Rule, wholeNumber } from '../options/check';
import type { Admission } from './admission';
import type { OwnStep } from './own-step';
import type { InboxAccess } from './steps/accept-into-inbox';

/** The options of both vendors' receivers. Durations are milliseconds, sizes bytes. */
export interface ReceiverOptions {
  /**
   * Largest body, after inflating. Default 262,144 (256 KiB) for Tencent, 655,360 (640 KiB) for OpenIM, whose member
   * lists are not cut: room for some 40,000 ids, and little enough that a hostile body does not block the event loop for
   * 50 ms on a small machine.
   * @throws `TypeError`, when the receiver is made, where it is no whole number from 1 to 67,108,864 (64 MiB).
   */
  bodyLimitBytes?: number;
  /**
   * Longest time for a body to arrive. Default 2,000 ms for Tencent, 5,000 ms for OpenIM: the time after which the sender gives up.
   * @throws `TypeError`, when the receiver is made, where it is no whole number from 1 to 60,000.
   */
  bodyTimeoutMs?: number;
  /**
   * Longest time for a handler, from the request's arrival. Default 1,600 ms for Tencent (it waits 2 s), 4,500 ms for OpenIM (5 s).
   * Then a before-callback is answered with its failure policy's verdict, and an after-callback acknowledged.
   * @throws `TypeError`, when the receiver is made, where it is no whole number from 1 to 60,000.
   */
  deadlineMs?: number;
}

export const receiverRules: Readonly<Record<keyof ReceiverOptions, Rule>> = {
  bodyLimitBytes: wholeNumber('bytes', 1, 64 * 1024 * 1024),
  bodyTimeoutMs: wholeNumber('milliseconds', 1, 60_000),
  deadlineMs: wholeNumber('milliseconds', 1, 60_000),
};

/** What the vendors' routers share. */
export interface SharedSettings {
  handlers: HandlerMap;
  hooks: Hooks;
  clock: () => number;
  admission: Admission;
  telemetry: Telemetry | undefined;
  /** Steps of the host's own. */
  ownSteps: readonly OwnStep[];
  /** Where after-callbacks are stored; undefined: their handlers run before the ACK. */
  inbox: InboxAccess | undefined;
  /** The failure policy of a before-command, by wire name. */
  policyOf: (wire: string) => FailurePolicy;
}

/** What every vendor's router needs, with all defaults filled in. */
export type Settings = SharedSettings & Required<ReceiverOptions>;
