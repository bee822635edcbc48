import type { ServerResponse } from 'node:http';
import type { AnyEvent } from '../callback/event';
import type { Outcome } from '../callback/outcome';
import { noteShown } from '../callback/shown-body';
import type { Phase } from '../catalogue/command';
import type { Verdict } from '../catalogue/verdict';
import { recordOf as innerRecordOf } from '../flow/record';
import type { Vendor } from '../vendors';
import type { Failure } from './reports';

/** The callback that a response answers, as known now; a copy. */
export interface ReceivedCallback {
  readonly vendor: Vendor;
  /** The catalogue's name, else the name as it arrived; undefined before it is known. */
  readonly command: string | undefined;
  readonly phase: Phase | undefined;
  /** Tencent's SDKAppID as digits; undefined for OpenIM. */
  readonly appId: string | undefined;
  readonly operationID: string;
  readonly receivedAt: Date;
  /** Since it arrived, in milliseconds. */
  readonly ageMs: number;
  /** As parsed, whether it fits the command or not; undefined until then. */
  readonly body: unknown;
  /** Undefined until the body is decoded. */
  readonly event: AnyEvent | undefined;
  /** The handler's verdict, in a before-callback. */
  readonly verdict: Verdict | undefined;
  /** Undefined until it has ended. */
  readonly outcome: Outcome | undefined;
  readonly failure: Failure | undefined;
  /** HTTP status of the answer; 0 until there is one. */
  readonly status: number;
}

/** The callback that this response answers, e.g. for a middleware of your own that runs behind; undefined where `imCallbacks` has not seen it. */
export function recordOf(res: ServerResponse): ReceivedCallback | undefined {
  const record = innerRecordOf(res);
  if (record === undefined) return undefined;
  record.parsedHere = false;
  noteShown(record.event?.body);
  const { vendor, appId, operationID, body, event, verdict, outcome, failure, status, command, wire } = record;
  return {
    vendor: vendor as Vendor, // the vendor's own router has written it
    command: command?.wire ?? wire?.slice(0, 80),
    phase: command?.phase,
    ...{ appId, operationID, body, event, verdict, outcome, status },
    receivedAt: new Date(record.receivedAt),
    ageMs: performance.now() - record.startedAt,
    failure: failure as Failure | undefined, // the flow does not know the vendors; their routers make no other failures
  };
}
