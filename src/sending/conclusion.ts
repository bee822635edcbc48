/**
 * What happens next at the sender. `refuses`: the user's operation fails. `drops`: the message disappears and its sender
 * is told that it was sent. `retries`: the same callback comes again. `undocumented`: nobody but the vendor knows.
 */
export type SenderDoes = 'goesOn' | 'refuses' | 'drops' | 'retries' | 'undocumented';

interface Concluded {
  /** What the sender does next. */
  readonly sender: SenderDoes;
  /** One sentence: the rule it follows from. */
  readonly why: string;
}

/** The operation goes on as it is. */
export interface Allowed extends Concluded {
  readonly result: 'allowed';
  readonly sender: 'goesOn';
}

/** The operation fails. */
export interface Refused extends Concluded {
  readonly result: 'refused';
  readonly sender: 'refuses';
  /** The code in the reply. */
  readonly code: number;
  /** The code that the user's app gets to see; undefined where no document says. */
  readonly callerSees: number | undefined;
  readonly info: string;
  /** OpenIM's `errDlt`; empty for Tencent. */
  readonly detail: string;
}

/** The operation goes on with these fields changed; for lists of refused users, without those users. */
export interface Rewritten extends Concluded {
  readonly result: 'rewritten';
  readonly sender: 'goesOn';
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The message disappears and its sender is told that it was sent (Tencent). */
export interface Dropped extends Concluded {
  readonly result: 'dropped';
  readonly sender: 'drops';
}

/** After the fact: the reply was understood, and changes nothing. */
export interface Ignored extends Concluded {
  readonly result: 'ignored';
  readonly sender: 'goesOn';
  /** Whether the reply says that all went well. */
  readonly acknowledged: boolean;
  /** The error that the user's app gets although the work was done (OpenIM 3.4.2 to 3.5); undefined: none. */
  readonly callerSees: number | undefined;
}

/** It was never sent: OpenIM's queue was full for too long, and the server drops it silently (3.7.0 on). */
export interface Lost extends Concluded {
  readonly result: 'lost';
  readonly sender: 'goesOn';
}

/** Why a callback failed. `breaksOperation`: the reply was understood, but the server cannot go on with what is in it. */
export type FailedBecause =
  | 'timedOut'
  | 'unreachable'
  | 'badStatus'
  | 'notJson'
  | 'notAnObject'
  | 'wrongType'
  | 'saidFail'
  | 'breaksOperation';

/** The callback failed: no reply, or one that this sender cannot take. */
export interface Failed extends Concluded {
  readonly result: 'failed';
  readonly because: FailedBecause;
  /** The code that the user's app gets to see where the operation is refused; undefined where no document says. */
  readonly callerSees: number | undefined;
  /** What the sender takes over from the failed reply all the same (OpenIM 3.4.2 to 3.6, with failedContinue on); undefined: nothing. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

/** A reply of the right form whose effect no document gives, e.g. a code outside the command's range. */
export interface Undocumented extends Concluded {
  readonly result: 'undocumented';
  readonly sender: 'undocumented';
}

/** What a sender concludes from the reply to one callback. */
export type Conclusion = Allowed | Refused | Rewritten | Dropped | Ignored | Lost | Failed | Undocumented;
export type ConclusionResult = Conclusion['result'];
