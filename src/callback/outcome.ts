import type { Phase } from '../catalogue/command';

/**
 * How a callback ended.
 *
 * | outcome | meaning |
 * |---|---|
 * | `handled` | an after-handler finished |
 * | `allowed` `refused` `rewritten` `dropped` | a before-handler's verdict |
 * | `unhandled` | a known command without a handler |
 * | `unknown` | a command the catalogue does not know |
 * | `stored` `duplicate` | with an inbox: it was stored, or had been before, and is acknowledged |
 * | `buried` | with an inbox: its body does not fit the command; it is stored as a dead letter and acknowledged |
 * | `dead` | an attempt of the inbox failed, and was the last: it is a dead letter now |
 * | `notSent` | a verdict of a before-handler that could not be sent: the host had answered, or the sender was gone |
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
  | 'notSent'
  | 'failed';

/**
 * One flat record a request, and one for each attempt of the inbox to have it handled, made for a log line or a metric. It
 * holds nothing of a message's content.
 */
export interface SettledRecord<V extends string = string, K extends string = string> {
  readonly vendor: V;
  /** The catalogue's name; the name as it arrived for a command it does not know; undefined before it was known. */
  readonly command: string | undefined;
  readonly phase: Phase | undefined;
  readonly appId: string | undefined;
  readonly operationID: string;
  readonly key: string | undefined;
  readonly outcome: Outcome;
  /** The `kind` of what went wrong. */
  readonly failure: K | undefined;
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

/** Which callback something is said of. */
export interface About {
  /** Undefined where it is said of the inbox, and of no one callback. */
  readonly vendor: string | undefined;
  readonly command: string | undefined;
  readonly operationID: string;
  readonly key?: string;
  /** What the vendor was answered, in a word. */
  readonly answered?: string;
  readonly attempt?: number;
  readonly retryInMs?: number;
}
