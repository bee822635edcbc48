import type { AnyCommand } from '../catalogue/command';
import type { Refuse } from '../catalogue/verdict';
import type { DecodeProblem } from '../codecs';

/** Everything that can go wrong with one callback. What each kind answers is listed in docs/architecture.md. */
export type Failure =
  | { readonly kind: 'wrongMethod'; readonly method: string }
  | { readonly kind: 'repeatedParameter'; readonly parameter: string }
  | { readonly kind: 'wrongAppId'; readonly received: string | undefined }
  | { readonly kind: 'badSignature'; readonly reason: 'missing' | 'malformed' | 'stale' | 'mismatch' }
  | { readonly kind: 'appUnresolved'; readonly cause: unknown }
  | { readonly kind: 'unsignedAccepted' }
  | { readonly kind: 'replayed' }
  | { readonly kind: 'overloaded'; readonly running: number }
  | { readonly kind: 'draining'; readonly running: number }
  | { readonly kind: 'addressNotAllowed'; readonly address: string | undefined }
  | { readonly kind: 'wrongSecret' }
  | { readonly kind: 'wrongCredentials' }
  | { readonly kind: 'bodyTooLarge'; readonly limitBytes: number }
  | { readonly kind: 'bodyTooSlow'; readonly limitMs: number }
  | { readonly kind: 'bodyUnreadable'; readonly reason: string }
  | { readonly kind: 'notJson'; readonly bytes: number }
  | { readonly kind: 'notAnObject'; readonly received: string }
  | { readonly kind: 'noCommand' }
  | { readonly kind: 'commandMismatch'; readonly commands: readonly string[] }
  | { readonly kind: 'undecodable'; readonly problems: readonly DecodeProblem[] }
  | { readonly kind: 'fieldsDropped'; readonly problems: readonly DecodeProblem[] }
  | { readonly kind: 'handlerFailed'; readonly cause: unknown }
  | { readonly kind: 'badVerdict'; readonly reason: string; readonly meant: Refuse | undefined }
  | { readonly kind: 'cannotRefuse'; readonly serverVersion: string }
  | { readonly kind: 'deadlinePassed'; readonly deadlineMs: number }
  | { readonly kind: 'finishedLate'; readonly ms: number; readonly cause: unknown }
  | { readonly kind: 'hookFailed'; readonly hook: string; readonly cause: unknown }
  | { readonly kind: 'inboxUnavailable'; readonly cause: unknown }
  | { readonly kind: 'noHandler'; readonly wire: string }
  | { readonly kind: 'interrupted'; readonly attempts: number }
  | { readonly kind: 'workerStalled'; readonly reason: string; readonly cause: unknown }
  | { readonly kind: 'inboxFault'; readonly reason: string; readonly cause: unknown }
  | { readonly kind: 'stepFailed'; readonly cause: unknown };

export type FailureKind = Failure['kind'];

/** The failure with this `kind`. */
export type FailureOf<K extends FailureKind> = Extract<Failure, { kind: K }>;

/**
 * The HTTP status of the answer. 200 stands for every failure that befalls a known, authentic callback: there the
 * vendor's own reply says what is to happen.
 */
export function statusOf(failure: Failure, command: AnyCommand | undefined): number {
  switch (failure.kind) {
    case 'wrongMethod':
      return 405;
    case 'wrongAppId':
    case 'badSignature':
    case 'replayed':
    case 'addressNotAllowed':
    case 'wrongSecret':
    case 'wrongCredentials':
      return 403;
    case 'appUnresolved':
    case 'inboxUnavailable':
      return 503;
    case 'overloaded':
    case 'draining':
      return command?.phase === 'before' ? 200 : 503;
    case 'bodyTooLarge':
      return 413;
    case 'bodyTooSlow':
      return 408;
    case 'repeatedParameter':
    case 'bodyUnreadable':
    case 'notJson':
    case 'notAnObject':
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
  switch (failure.kind) {
    case 'wrongMethod':
      return `a callback is a POST, not a ${failure.method}`;
    case 'repeatedParameter':
      return `query parameter ${failure.parameter} is given more than once`;
    case 'wrongAppId':
      return failure.received === undefined ? 'SdkAppid is missing' : 'SdkAppid is not one of this receiver';
    case 'badSignature':
      return signatureSentence[failure.reason];
    case 'appUnresolved':
      return 'the app could not be looked up';
    case 'unsignedAccepted':
      return 'a callback without signature was accepted, because tencent.unsignedGrace is on';
    case 'replayed':
      return 'this signature has been used for this body before';
    case 'overloaded':
      return `${failure.running} callbacks are in hand already`;
    case 'draining':
      return 'the receiver is shutting down';
    case 'addressNotAllowed':
      return 'the address of the caller is not allowed';
    case 'wrongSecret':
      return 'the secret path segment is missing or wrong';
    case 'wrongCredentials':
      return 'the Basic credentials are missing or wrong';
    case 'bodyTooLarge':
      return `the body is larger than ${failure.limitBytes} bytes`;
    case 'bodyTooSlow':
      return `the body did not arrive within ${failure.limitMs} ms`;
    case 'bodyUnreadable':
      return `the body could not be read: ${failure.reason}`;
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
    case 'cannotRefuse':
      return `OpenIM ${failure.serverVersion} drops every verdict: what was refused went through`;
    case 'deadlinePassed':
      return `the handler did not finish within ${failure.deadlineMs} ms`;
    case 'finishedLate':
      return `the handler ${failure.cause === undefined ? 'finished' : 'failed'} after its deadline, ${failure.ms} ms in all`;
    case 'hookFailed':
      return `the hook ${failure.hook} failed`;
    case 'inboxUnavailable':
      return 'the event could not be stored';
    case 'interrupted':
      return `${failure.attempts} attempts were made, and the last ones were cut short: the handler may end the process`;
    case 'workerStalled':
    case 'inboxFault':
      return failure.reason;
    case 'noHandler':
      return `nobody here handles ${shown(failure.wire)}`;
    case 'stepFailed':
      return 'a step of the pipeline failed';
  }
}

const signatureSentence = {
  missing: 'Sign and RequestTime are required',
  malformed: 'Sign or RequestTime is malformed',
  stale: 'RequestTime is outside the allowed window',
  mismatch: 'Sign does not match',
};

/** A name that came from outside, fit to be printed: short, and printable ASCII only. */
export function shown(name: string): string {
  return name.slice(0, 80).replace(/[^\x20-\x7e]/g, '?');
}

/** e.g. `MsgBody.0.MsgType: expected text, got nothing`. */
export function sentence({ path, expected, got }: DecodeProblem): string {
  return `${path === '' ? 'body' : shown(path)}: expected ${expected}, got ${got}`;
}
