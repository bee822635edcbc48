import type { AnyCommand, FailurePolicy } from '../catalogue/command';
import type { Refuse } from '../catalogue/verdict';
import type { DecodeProblem } from '../codecs';

/**
 * A failure that brings its own words and status: one that only one vendor has (its union is in the vendor's folder), or one
 * that a step of the host's own made.
 */
export interface OwnFailure {
  readonly kind: string;
  /** HTTP status of the answer, where it ends the request. */
  readonly status: number;
  /** One sentence by the rules of `describe`. */
  readonly message: string;
}

/** What can go wrong with a callback of any vendor. What each kind answers is listed in docs/architecture.md. */
export type CoreFailure =
  | { readonly kind: 'wrongMethod'; readonly method: string }
  | { readonly kind: 'repeatedParameter'; readonly parameter: string }
  | { readonly kind: 'overloaded'; readonly running: number }
  | { readonly kind: 'draining'; readonly running: number }
  | { readonly kind: 'bodyTooLarge'; readonly limitBytes: number }
  | { readonly kind: 'bodyTooSlow'; readonly limitMs: number }
  | { readonly kind: 'bodyUnreadable'; readonly reason: string }
  | { readonly kind: 'bodyMisread'; readonly reason: string }
  | { readonly kind: 'encodingUnknown' }
  | { readonly kind: 'notUtf8' }
  | { readonly kind: 'notJson'; readonly bytes: number }
  | { readonly kind: 'notAnObject'; readonly received: string }
  | { readonly kind: 'noCommand' }
  | { readonly kind: 'commandMismatch'; readonly commands: readonly string[] }
  | { readonly kind: 'undecodable'; readonly problems: readonly DecodeProblem[] }
  | { readonly kind: 'fieldsDropped'; readonly problems: readonly DecodeProblem[] }
  | { readonly kind: 'handlerFailed'; readonly cause: unknown }
  | { readonly kind: 'badVerdict'; readonly reason: string; readonly meant: Refuse | undefined }
  | { readonly kind: 'deadlinePassed'; readonly deadlineMs: number }
  | { readonly kind: 'finishedLate'; readonly ms: number; readonly cause: unknown }
  | { readonly kind: 'replyNotSent'; readonly outcome: string; readonly reason: 'answered' | 'gone' }
  | { readonly kind: 'hookFailed'; readonly hook: string; readonly cause: unknown }
  | { readonly kind: 'inboxUnavailable'; readonly cause: unknown }
  | { readonly kind: 'noHandler'; readonly wire: string }
  | { readonly kind: 'interrupted'; readonly attempts: number }
  | { readonly kind: 'workerStalled'; readonly reason: string; readonly cause: unknown }
  | { readonly kind: 'inboxFault'; readonly reason: string; readonly cause: unknown }
  | { readonly kind: 'stepFailed'; readonly cause: unknown };

/** A failure as the flow sees it: it need not know which vendors there are. */
export type Failure = CoreFailure | OwnFailure;

/** Whether it is the failure of this kind that any vendor may have. */
export function isKind<K extends CoreFailure['kind']>(
  failure: Failure,
  kind: K,
): failure is Extract<CoreFailure, { kind: K }> {
  return failure.kind === kind && !isOwn(failure);
}

/** Whether a failure brings its own words. */
export function isOwn(failure: Failure): failure is OwnFailure {
  return 'status' in failure;
}

/**
 * The HTTP status of the answer, under this failure policy. 200 stands for every failure of a known, authentic callback: there
 * the vendor's own reply says what is to happen.
 */
export function statusOf(failure: Failure, command: AnyCommand | undefined, policy: FailurePolicy): number {
  if (isOwn(failure)) return failure.status;
  // An error status would let the operation through at Tencent and at OpenIM 2.x to 3.6, and fail it from 3.7 on, whatever the
  // failure policy says. So a before-callback that has passed the checks is answered with the policy's verdict.
  const isBefore = command?.phase === 'before';
  switch (failure.kind) {
    case 'wrongMethod':
      return 405;
    case 'inboxUnavailable':
      return 503;
    case 'overloaded':
    case 'draining':
      return isBefore ? 200 : 503;
    case 'bodyTooLarge':
      return isBefore ? 200 : 413;
    case 'bodyTooSlow':
      return isBefore ? 200 : 408;
    case 'bodyUnreadable':
    case 'notJson':
    case 'notAnObject':
      return isBefore ? 200 : 400;
    case 'encodingUnknown':
      return isBefore ? 200 : 415;
    case 'bodyMisread':
      // The host's own fault, which it must see with the first request, and not take for approval.
      return isBefore && policy === 'refuse' ? 200 : 400;
    case 'repeatedParameter':
    case 'noCommand':
    case 'commandMismatch':
      return 400;
    default:
      return command === undefined ? 500 : 200;
  }
}

/**
 * One sentence for each failure, fit for a log line and for the answer to the vendor: it holds no token, no signature,
 * no expected value, no text of a message and nothing of what a handler threw.
 */
export function describe(failure: Failure): string {
  if (isOwn(failure)) return failure.message;
  switch (failure.kind) {
    case 'wrongMethod':
      return `a callback is a POST, not a ${failure.method}`;
    case 'repeatedParameter':
      return `query parameter ${failure.parameter} is given more than once`;
    case 'overloaded':
      return `${failure.running} callbacks are running already`;
    case 'draining':
      return 'the receiver is shutting down';
    case 'bodyTooLarge':
      return `the body is larger than ${failure.limitBytes} bytes`;
    case 'bodyTooSlow':
      return `the body did not arrive within ${failure.limitMs} ms`;
    case 'bodyUnreadable':
      return `the body could not be read: ${failure.reason}`;
    case 'bodyMisread':
      return `the body could not be read: ${failure.reason}`;
    case 'encodingUnknown':
      return 'its Content-Encoding is not supported: gzip, deflate and br are';
    case 'notUtf8':
      return 'the body is not UTF-8: what could not be read has become U+FFFD';
    case 'notJson':
      return failure.bytes === 0 ? 'the body is empty' : 'the body is not JSON';
    case 'notAnObject':
      return `the body is a JSON ${failure.received}, not an object`;
    case 'noCommand':
      return 'neither the URL nor the body names a callback command';
    case 'commandMismatch':
      return `the URL and the body name different commands: ${failure.commands.map(shown).join(', ')}`;
    case 'undecodable':
      return `the body does not fit the command: ${failure.problems.map(sentence).join('; ')}`;
    case 'fieldsDropped':
      return `optional fields that do not fit were left out: ${failure.problems.map(sentence).join('; ')}`;
    case 'handlerFailed':
      return 'the handler failed';
    case 'badVerdict':
      return failure.reason;
    case 'deadlinePassed':
      return `the handler did not finish within ${failure.deadlineMs} ms`;
    case 'finishedLate':
      return `the handler ${failure.cause === undefined ? 'finished' : 'failed'} after its deadline, ${failure.ms} ms in all`;
    case 'replyNotSent':
      return failure.reason === 'answered'
        ? `the callback was to be ${failure.outcome}, but something else had answered it before`
        : `the callback was to be ${failure.outcome}, but its sender had closed the connection`;
    case 'hookFailed':
      return `the hook ${failure.hook} failed`;
    case 'inboxUnavailable':
      return 'the event could not be stored';
    case 'interrupted':
      return `${failure.attempts} attempts were made, and the last ones were interrupted: the handler may end the process`;
    case 'workerStalled':
    case 'inboxFault':
      return failure.reason;
    case 'noHandler':
      return `no handler is registered for ${shown(failure.wire)}`;
    case 'stepFailed':
      return 'a step of the pipeline failed';
  }
}

/** A name that came from outside, fit to be printed: short, and printable ASCII only. */
export function shown(name: string): string {
  return name.slice(0, 80).replace(/[^\x20-\x7e]/g, '?');
}

/** e.g. `MsgBody.0.MsgType: expected text, got nothing`. */
export function sentence({ path, expected, got }: DecodeProblem): string {
  return `${path === '' ? 'body' : shown(path)}: expected ${expected}, got ${got}`;
}
