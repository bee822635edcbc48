import type { AnyEvent, UnknownEvent } from '../callback/event';
import { describe, type Failure } from '../callback/failure';
import type { About, SettledRecord } from '../callback/outcome';
import { isPromise } from '../promises/is-promise';
import { onBehalfOf } from './current-callback';
import { warn } from './warn';

/** A failure with what is known of its callback, and one sentence fit for a log. */
export type FailureReport<F extends Failure = Failure, V extends string = string> = F & {
  /** Undefined when the failure belongs to the inbox and to no callback. */
  readonly vendor: V | undefined;
  readonly command: string | undefined;
  readonly operationID: string;
  readonly message: string;
  /** The thrown error, if any. Its message may hold anything, so think before you log it. */
  readonly cause: unknown;
  /**
   * The answer to the vendor: a verdict (`allow`, `refuse` …), `acknowledged`, or a status (`HTTP 503`). Undefined when this
   * failure did not decide the answer.
   */
  readonly answered: string | undefined;
  /** Which attempt of the inbox failed, from 1; undefined for a request. */
  readonly attempt: number | undefined;
  /** Milliseconds until the next attempt; undefined where there is none. */
  readonly retryInMs: number | undefined;
};

/** Four hooks that watch. None of them can change a reply, or break one by throwing or rejecting. */
export interface Hooks<E = AnyEvent, F extends Failure = Failure, V extends string = string> {
  /**
   * Every decoded event of both phases, before its handler runs.
   * @example
   * onAny: ({ command, key }) => log.debug({ command, key }),
   */
  onAny?: (event: E) => unknown;
  /**
   * A command that the catalogue does not know; `body` is as parsed. It is acknowledged whatever the hook does.
   * @example
   * onUnknownCommand: ({ wire }) => log.warn({ wire }),
   */
  onUnknownCommand?: (event: UnknownEvent<V>) => unknown;
  /**
   * Every failure: `kind` says which, `message` says it in a sentence, and `cause` is the error that a handler threw.
   * @example
   * onFailure: (failure) => log.error(failure, failure.message),
   */
  onFailure?: (failure: FailureReport<F, V>) => unknown;
  /**
   * One flat record for each request, once its answer is written, and for each attempt of the inbox, once it has ended.
   * @example
   * onSettled: (record) => log.info(record), // { vendor, command, outcome: 'refused', ms: 3.1, … }
   */
  onSettled?: (record: SettledRecord<V, F['kind']>) => unknown;
}

/** The hooks as an app gives them. */
export type HookOptions<E, F extends Failure, V extends string> = Omit<Hooks<E, F, V>, 'onFailure'> & {
  /**
   * Every failure: `kind` says which, `message` says it in a sentence, and `cause` is the error that a handler threw. Default: at
   * most ten failures of a kind and minute are written to standard error, with the stack of what a handler threw; `'silent'`:
   * nothing is.
   * @example
   * onFailure: (failure) => log.error(failure, failure.message),
   */
  onFailure?: Hooks<E, F, V>['onFailure'] | 'silent';
};

/** Tells `onFailure`, if there is one. */
export function report(hooks: Hooks, failure: Failure, about: About): void {
  if (hooks.onFailure === undefined) return;
  const { vendor, command, operationID, answered, attempt, retryInMs } = about;
  const message = describe(failure);
  const cause = 'cause' in failure ? failure.cause : undefined;
  const told: FailureReport = {
    ...failure,
    ...{ vendor, command, operationID, message, cause, answered, attempt, retryInMs },
  };
  watch(hooks.onFailure, told, about, (cause) => {
    // The last resort: the hook for failures is what failed.
    warn(`onFailure failed: ${errorName(cause)}`, 'IM_CALLBACKS_HOOK');
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
export function errorName(cause: unknown): string {
  try {
    return cause instanceof Error ? String(cause.name) : typeof cause;
  } catch {
    return 'with a value that cannot be read';
  }
}
