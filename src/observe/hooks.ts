import type { AnyEvent, UnknownEvent } from '../callback/event';
import { describe, type Failure, type FailureKind } from '../callback/failure';
import type { Phase, Vendor } from '../catalogue/command';
import { isPromise } from '../promises/is-promise';
import { onBehalfOf } from './current-callback';

/**
 * How a callback ended.
 *
 * | outcome | meaning |
 * |---|---|
 * | `handled` | an after-handler finished |
 * | `allowed` `refused` `rewritten` `dropped` | a before-handler's verdict |
 * | `unhandled` | a known command without a handler |
 * | `unknown` | a command the catalogue does not know |
 * | `stored` `duplicate` | with an inbox: it is stored, or was before, and acknowledged |
 * | `buried` | with an inbox: its body does not fit the command; it is stored as a dead letter and acknowledged |
 * | `dead` | an attempt of the inbox failed, and was the last: it is a dead letter now |
 * | `failed` | anything of the `Failure` union; its kind is in `failure` |
 */
export type Outcome =
  | 'handled'
  | 'allowed'
  | 'refused'
  | 'rewritten'
  | 'dropped'
  | 'unhandled'
  | 'unknown'
  | 'stored'
  | 'duplicate'
  | 'buried'
  | 'dead'
  | 'failed';

/**
 * One flat record a request, and one for each attempt of the inbox to have it handled, made for a log line or a metric. It
 * holds nothing of a message's content.
 */
export interface SettledRecord {
  readonly vendor: Vendor;
  /** The catalogue's name; the name as it arrived for a command it does not know; undefined before it was known. */
  readonly command: string | undefined;
  readonly phase: Phase | undefined;
  readonly appId: string | undefined;
  readonly operationID: string;
  readonly key: string | undefined;
  readonly outcome: Outcome;
  readonly failure: FailureKind | undefined;
  /** HTTP status of the answer; 0 for an attempt of the inbox. */
  readonly status: number;
  /**
   * From when it happened at the vendor to the request's arrival, in milliseconds; less than 0 where clocks differ. Undefined
   * where the body does not say when, and for an attempt of the inbox.
   */
  readonly delayMs: number | undefined;
  /** From the request's arrival to the answer, or from the beginning to the end of the attempt, in milliseconds. */
  readonly ms: number;
  /** Which attempt of the inbox this is, from 1; undefined for a request. */
  readonly attempt: number | undefined;
}

/** A failure with what is known of the callback it befell, and one sentence fit for a log. */
export type FailureReport = Failure & {
  /** Undefined where the failure is not of one callback, but of the inbox. */
  readonly vendor: Vendor | undefined;
  readonly command: string | undefined;
  readonly operationID: string;
  readonly message: string;
  /** Which attempt of the inbox failed, from 1; undefined for a request. */
  readonly attempt: number | undefined;
  /** Milliseconds until the next attempt; undefined where there is none. */
  readonly retryInMs: number | undefined;
};

/** Four hooks that watch. None of them can change a reply, or break one by throwing or rejecting. */
export interface Hooks<E = AnyEvent> {
  /** Every decoded event of both phases, before its handler runs. */
  onAny?: (event: E) => unknown;
  /** A command that the catalogue does not know; `body` is as parsed. It is acknowledged whatever the hook does. */
  onUnknownCommand?: (event: UnknownEvent) => unknown;
  /** Everything that went wrong. */
  onFailure?: (failure: FailureReport) => unknown;
  /** One flat record for each request, once its answer is written, and for each attempt of the inbox, once it has ended. */
  onSettled?: (record: SettledRecord) => unknown;
}

/** Whom something befell. */
export interface About {
  readonly vendor: Vendor | undefined;
  readonly command: string | undefined;
  readonly operationID: string;
  readonly key?: string;
  readonly attempt?: number;
  readonly retryInMs?: number;
}

/** Tells `onFailure`, if there is one. */
export function report(hooks: Hooks, failure: Failure, about: About): void {
  if (hooks.onFailure === undefined) return;
  const { vendor, command, operationID, attempt, retryInMs } = about;
  const message = describe(failure);
  const told: FailureReport = { ...failure, vendor, command, operationID, message, attempt, retryInMs };
  watch(hooks.onFailure, told, about, (cause) => {
    // The last resort: the hook for failures is what failed.
    process.emitWarning(`onFailure failed: ${nameOf(cause)}`, 'ImCallbacksWarning');
  });
}

/** Calls a hook; what it throws or rejects with goes to `onFailure` and nowhere else. */
export function tell<N extends 'onAny' | 'onUnknownCommand' | 'onSettled'>(
  hooks: Hooks,
  name: N,
  value: Parameters<NonNullable<Hooks[N]>>[0],
  about: About,
): void {
  // The value is of the hook's own parameter type; a union of functions cannot be called with it.
  const hook = hooks[name] as ((value: unknown) => unknown) | undefined;
  if (hook === undefined) return;
  watch(hook, value, about, (cause) => report(hooks, { kind: 'hookFailed', hook: name, cause }, about));
}

function watch<T>(hook: (value: T) => unknown, value: T, about: About, onError: (cause: unknown) => void): void {
  try {
    const result = onBehalfOf(about, hook, value);
    if (isPromise(result)) result.then(undefined, onError);
  } catch (cause) {
    onError(cause);
  }
}

/** What was thrown may be a Proxy, or have getters that throw. */
export function nameOf(cause: unknown): string {
  try {
    return cause instanceof Error ? String(cause.name) : typeof cause;
  } catch {
    return 'with something that cannot be looked at';
  }
}
