/** What hooks are told, with the names of the vendors that there are; the flow itself need not know them. */

import type * as event from '../callback/event';
import type { CoreFailure } from '../callback/failure';
import type * as outcome from '../callback/outcome';
import type { TurnedAway } from '../flow/own-step';
import type * as hooks from '../observe/hooks';
import type { FailureOfVendor, Vendor } from '../vendors';

/** Everything that can go wrong with one callback. What each kind answers is listed in docs/architecture.md. */
export type Failure = CoreFailure | FailureOfVendor | TurnedAway;

export type FailureKind = Failure['kind'];

/** The failure with this `kind`. */
export type FailureOf<K extends FailureKind> = Extract<Failure, { kind: K }>;

export type FailureReport<F extends Failure = Failure, V extends Vendor = Vendor> = hooks.FailureReport<F, V>;
export type SettledRecord<V extends Vendor = Vendor> = outcome.SettledRecord<V, FailureKind>;
export type Hooks<E = event.CallbackEvent<Vendor, string, 'before' | 'after', unknown>> = hooks.HookOptions<
  E,
  Failure,
  Vendor
>;
export type UnknownEvent<V extends Vendor = Vendor> = event.UnknownEvent<V>;
