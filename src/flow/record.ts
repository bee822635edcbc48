import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import type { AnyEvent, Learnt } from '../callback/event';
import type { Failure } from '../callback/failure';
import type { HttpRequest } from '../callback/http-request';
import type { Outcome } from '../callback/outcome';
import type { AnyCommand } from '../catalogue/command';
import type { Verdict } from '../catalogue/verdict';
import type { DecodeProblem } from '../codecs';
import type { GuardedTrace } from '../observe/safe-trace';
import type { ReadBody } from './read-body';

/**
 * What is known of one callback, at `res.locals.imCallback`. Each step fills in what it learnt; nothing is copied.
 *
 * All fields are declared at once because a fixed shape is fast. It is a class for the sake of `toJSON`: a host app
 * that logs `res.locals` gets the flat, harmless fields, never the text of a message. Signature, secret and credentials are
 * forgotten when the checks are over.
 */
export class CallbackRecord {
  operationID = '';
  /** False when the sender gave no usable operationID and one was made. */
  operationIDGiven = false;
  /** The query without its signature, with the vendor's spelling. */
  query: object | undefined = undefined;
  appId: string | undefined = undefined;
  /** A digest of the signature, where a later step compares it. */
  proofDigest: string | undefined = undefined;
  /** The body as it came, for digests of it; undefined where a host had parsed it before. */
  received: Buffer | string | undefined = undefined;
  body: unknown = undefined;
  /** True where the body was parsed here and belongs to nobody else, so that it may be normalised in place. */
  parsedHere = false;
  /** The command's name as it arrived. */
  wire: string | undefined = undefined;
  command: AnyCommand | undefined = undefined;
  event: AnyEvent | undefined = undefined;
  /** The parts of the body that did not fit and were dropped. */
  dropped: readonly DecodeProblem[] = [];
  /** What the host's own steps have learnt. */
  learnt: Partial<Learnt> | undefined = undefined;
  verdict: Verdict | undefined = undefined;
  outcome: Outcome | undefined = undefined;
  failure: Failure | undefined = undefined;
  /** Why its handler is not called, though its body is read for the reply. */
  shed: Failure | undefined = undefined;
  /** Its trace, when there is telemetry. */
  trace: GuardedTrace | undefined = undefined;
  /** True from its admission until it is settled. */
  admitted = false;
  /** HTTP status of the answer; 0 until there is one. */
  status = 0;
  /** How many middlewares of its list have run, when the host has put them into its own Router. */
  passed = 0;

  constructor(
    /** Whose callback it is. */
    readonly vendor: string,
    readonly request: HttpRequest,
    /** Reads the body of the request, which steps do not see. */
    readonly readBody: ReadBody,
    /** When the request came: Unix milliseconds, by the `clock` option. */
    readonly receivedAt: number,
    /** The same moment on the monotonic clock, in milliseconds; durations are measured from it. */
    readonly startedAt: number,
  ) {}

  toJSON(): object {
    return {
      vendor: this.vendor,
      command: this.command?.wire ?? this.wire?.slice(0, 80),
      phase: this.command?.phase,
      appId: this.appId,
      operationID: this.operationID,
      outcome: this.outcome,
      failure: this.failure?.kind,
      status: this.status,
    };
  }

  [inspect.custom](): object {
    return this.toJSON();
  }
}

type Locals = { locals?: { imCallback?: CallbackRecord } };

/** Puts the record where Express apps keep what belongs to a request; a bare `node:http` response gets its `locals` here. */
export function keepRecord(res: ServerResponse & Locals, record: CallbackRecord): void {
  res.locals ??= {};
  res.locals.imCallback = record;
}

/** The record of this response, once `imCallbacks` has seen the request. */
export function recordOf(res: ServerResponse & Locals): CallbackRecord | undefined {
  return res.locals?.imCallback;
}
