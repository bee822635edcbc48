import type { AnyEvent, EventOf } from '../callback/event';
import type { HandlersOf } from '../callback/handlers';
import type { AnyCommand, FailurePolicy } from '../catalogue/command';
import type { InboxOptions } from '../inbox/from-options';
import type { Hooks } from '../observe/hooks';
import type { Telemetry } from '../observe/telemetry';
import type { OpenimCommand, OpenimOptions } from '../vendors/openim';
import type { TencentCommand, TencentOptions } from '../vendors/tencent';

export interface CommonOptions extends InboxOptions {
  /**
   * What a before-callback answers when no verdict could be had (the body does not fit, the handler throws or is late):
   * one policy for all, or one for each command by wire name, with `default` for the rest. Default `'allow'`, as both
   * vendors do, but `'refuse'` for commands whose vendor blocks by default.
   */
  failurePolicy?: FailurePolicy | Readonly<Partial<Record<BeforeWire | 'default', FailurePolicy>>>;
  /**
   * How many callbacks may be in hand at once, handlers that run on after their deadline among them. Beyond it a
   * before-callback gets its failure policy's verdict at once and an after-callback 503. Default: no limit.
   */
  maxConcurrent?: number;
  /** Makes traces and metrics of all this, e.g. `otel()` of `express-im-callbacks/otel`. Default: nothing does. */
  telemetry?: Telemetry;
  /** Unix time in milliseconds. Default `Date.now`; tests put theirs here. */
  clock?: () => number;
}

export type EveryCommand = TencentCommand | OpenimCommand;
type BeforeWire = Extract<EveryCommand, { phase: 'before' }>['wire'];

/** Options that handlers of these commands may be given with. */
export type OptionsFor<C extends AnyCommand> = CommonOptions & HandlersOf<C> & Hooks<EventOf<C>>;

/** Both vendors on one mount, told apart by the query. One of the two may be undefined where that is known at run time only. */
export type ImCallbacksOptions = OptionsFor<EveryCommand> & {
  tencent: TencentOptions | undefined;
  openim: OpenimOptions | undefined;
};
/** Tencent alone: events need no narrowing by vendor. */
export type TencentOnlyOptions = OptionsFor<TencentCommand> & { tencent: TencentOptions; openim?: undefined };
/** OpenIM alone: events need no narrowing by vendor. */
export type OpenimOnlyOptions = OptionsFor<OpenimCommand> & { openim: OpenimOptions; tencent?: undefined };

/** Options as the routers see them: the types of handlers and hooks were checked where they were given. */
export type LooseOptions = CommonOptions & Hooks<AnyEvent> & { tencent?: TencentOptions; openim?: OpenimOptions };
