import type { IncomingHttpHeaders } from 'node:http';
import type { SettledRecord } from '../callback/outcome';
import type { Phase } from '../catalogue/command';
import type { Gap, Inbox } from '../inbox/inbox';
import type { FailureReport } from './hooks';

/**
 * Sees callbacks from the inside, to make traces and metrics of them: the `telemetry` option. `otel()` of
 * `express-im-callbacks/otel` is one; write your own for another system. Hooks observe; telemetry wraps the work, so
 * that spans opened in handlers become its children.
 *
 * It cannot change a reply: when a call throws, there is a warning and nothing else happens. All calls are synchronous.
 */
export interface Telemetry {
  /** A request has come. Nothing of it has been checked yet. Nothing is returned where nothing is wanted of this one. */
  request(arrived: ArrivedRequest): Trace | undefined;
  /** The inbox begins an attempt to have a stored delivery handled. */
  attempt(begun: BegunAttempt): Trace;
  /** What went wrong, as `onFailure` gets it. */
  failed?(failure: FailureReport): void;
  /** A gap, as `onGap` is told, where there is an `onGap`. */
  gap?(gap: Gap): void;
  /**
   * The inbox that is in use, for its `stats()`; it may not be open yet. The returned function is called when the inbox is
   * closed.
   */
  inbox?(inbox: Pick<Inbox, 'stats'>): () => void;
}

/** What is made of one request, or of one attempt. */
export interface Trace {
  /** Runs all that is done for it, handlers and hooks included, e.g. in the context of a span. Calls `run` once, before it returns. */
  within(run: () => void): void;
  /** Its handler has ended, maybe long after the answer. */
  handled?(handled: HandledCallback): void;
  /** What to store with the delivery, for the attempts to refer to this request; a short text, or nothing. */
  carry?(): string | undefined;
  /** The request is answered, or the attempt has ended. */
  settled(record: TracedRecord): void;
}

/** What `onSettled` gets, without the key: it may hold ids of users, and working it out costs as much as the rest of a trace. */
export type TracedRecord = Omit<SettledRecord, 'key'>;

export interface ArrivedRequest {
  readonly vendor: string;
  readonly method: string;
  /** As they came, `authorization` among them. */
  readonly headers: IncomingHttpHeaders;
}

export interface BegunAttempt {
  readonly vendor: string;
  /** The catalogue's name; as it arrived where the catalogue of this version does not have it. */
  readonly command: string;
  readonly operationID: string;
  /** From 1. */
  readonly attempt: number;
  /** What `carry` of the request has returned. */
  readonly trace: string | undefined;
}

export interface HandledCallback {
  readonly vendor: string;
  readonly command: string;
  readonly phase: Phase;
  /** How long the handler ran, in milliseconds. */
  readonly ms: number;
  /** `handlerFailed`, `badVerdict`; `deadlinePassed` where it finished too late; undefined where all went well. */
  readonly failure: string | undefined;
}
