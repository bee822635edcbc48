import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequest } from '../callback/http-request';
import type { CallbackRecord } from './record';
import type { PlacedStep } from './step';

export type NextFunction = (error?: unknown) => void;

/** The first entry of a list: makes the record of a request, and keeps it at the response. */
export type OpenRecord = (req: IncomingMessage, res: ServerResponse, request?: HttpRequest) => CallbackRecord;
/** One of the two exits: answers what went well. */
export type SendAck = (record: CallbackRecord, res: ServerResponse) => void;
/** The other exit: answers every failure, including an error that a step has thrown. */
export type SendFailure = (error: unknown, record: CallbackRecord, req: IncomingMessage, res: ServerResponse) => void;

/** All parts of a list in their order. */
export interface FlowParts {
  readonly openRecord: OpenRecord;
  readonly steps: readonly PlacedStep[];
  readonly sendAck: SendAck;
  readonly sendFailure: SendFailure;
}
