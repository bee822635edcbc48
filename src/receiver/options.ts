import type { AnyEvent, EventOf } from '../callback/event';
import type { Failure as AnyFailure } from '../callback/failure';
import type { FailurePolicy } from '../catalogue/command';
import type { OwnStep } from '../flow/own-step';
import type { InboxOptions } from '../inbox/from-options';
import type { HookOptions } from '../observe/hooks';
import type { Telemetry } from '../observe/telemetry';
import type { CommandOf, Vendor, VendorOptions } from '../vendors';
import type { HandlersFor } from './handlers';
import type { Failure } from './reports';

export interface CommonOptions extends InboxOptions {
  /**
   * What a before-callback answers without a verdict of your handler (its body cannot be read or does not fit, the handler throws
   * or is late): one policy for all, or one for each command by handler or wire name, with `default` for the rest. Default `'allow'`, as both
   * vendors do, but `'refuse'` for commands whose vendor blocks by default.
   * @throws `TypeError`, when the receiver is made, where a key names no before-command.
   * @example
   * failurePolicy: { default: 'allow', 'Group.CallbackBeforeSendMsg': 'refuse' },
   */
  failurePolicy?: FailurePolicy | FailurePolicies;
  /**
   * How many callbacks may run at once, including handlers that run on after their deadline. Above that, a before-callback gets
   * its failure policy's verdict at once and an after-callback 503. Default: no limit.
   * @throws `TypeError`, when the receiver is made, where it is no whole number from 1 to 1,000,000.
   */
  maxConcurrent?: number;
  /**
   * Steps of your own between those of the list, for every vendor. A step returns what it learnt, for `event.learnt`, or
   * `turnAway({ message })`. A step that needs something not known yet does not compile. Default: none.
   * @throws `TypeError`, when the receiver is made, where `after` names no step of the list.
   * @example
   * steps: [{ after: 'verifyQuery', run: lookUpTenant }],
   */
  steps?: readonly OwnStep[];
  /**
   * Makes traces and metrics. Default: none.
   * @example
   * telemetry: otel(), // of express-im-callbacks/otel
   */
  telemetry?: Telemetry;
  /** Gives Unix time in milliseconds. Default `Date.now`; tests put theirs here. */
  clock?: () => number;
}

/**
 * A policy for each before-command by its handler or its wire name, e.g. `beforeGroupMsg` or `'Group.CallbackBeforeSendMsg'`; `default`
 * for the rest.
 */
export interface FailurePolicies
  extends Readonly<Partial<Record<BeforeCommand['wire' | 'handler'] | 'default', FailurePolicy>>> {}

type BeforeCommand = Extract<CommandOf, { phase: 'before' }>;

/** The hooks when these vendors are mounted. Mapped, because beside each hook editors would show the union of all events. */
type HooksFor<V extends Vendor> = Mapped<HookOptions<EventOf<CommandOf<V>>, Failure, V>>;
type Mapped<T> = { [K in keyof T]: T[K] };

/** Handlers, hooks and all other options but those of the vendors themselves. */
export type OptionsFor<V extends Vendor> = CommonOptions & HandlersFor<V> & HooksFor<V>;

/** The names of the vendors in `M` that may be there. */
type MountedIn<M> = { [V in keyof M & Vendor]: M[V] extends undefined ? never : V }[keyof M & Vendor];

/** What is written as the options of a vendor, and none that do not exist: the compiler takes `M` from it, whatever it is. */
type Exactly<Written, Options> = Written &
  ({ [K in Exclude<keyof NonNullable<Written>, KeysOf<Options>>]: NoSuchOption } | undefined);

/** Stands in errors of the compiler beside the name that is misspelt: no value is of this type. */
interface NoSuchOption {
  readonly 'there is no such option': never;
}

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/**
 * Options of `imCallbacks` with the vendors of `M`, e.g. `Mounted<{ tencent: TencentOptions }>`. `VendorOptions` stands in it
 * because editors find the documents of the vendors' options there.
 */
export type Mounted<M extends Partial<VendorOptions>> = {
  [V in keyof M & Vendor]?: Exactly<M[V], VendorOptions[V]>;
} & Partial<VendorOptions> &
  OptionsFor<MountedIn<M>>;

/** All vendors on one mount. One of them may be undefined where that is known at run time only. */
export type ImCallbacksOptions = OptionsFor<Vendor> & Partial<VendorOptions>;

/** Options as the routers see them: the types of handlers and hooks were checked where they were given. */
export type LooseOptions = CommonOptions & HookOptions<AnyEvent, AnyFailure, string> & Partial<VendorOptions>;
