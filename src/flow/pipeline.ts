import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequest } from '../callback/http-request';
import { logged } from './debug-log';
import { type Middlewares, middlewaresOf } from './middlewares';
import { type OwnStep, ownStepsAfter } from './own-step';
import type { FlowParts, NextFunction, OpenRecord, SendAck, SendFailure } from './parts';
import type { CallbackRecord } from './record';
import { type PlacedStep, runStep, type Step } from './step';

/** The steps so far. Each call adds one; a step that needs something no earlier step has learnt does not compile. */
export interface Pipeline<Known> {
  /** `undefined`: these settings do not need the step; what it would learn is optional. */
  step<Learnt extends object>(step: Step<Known, Learnt> | undefined): Pipeline<Known & Learnt>;
  /** Ends the list with the two exits. */
  exits(this: Pipeline<Known & Ended>, sendAck: SendAck, sendFailure: SendFailure): Flow;
}

/** What must be known before an ACK can be sent. */
type Ended = { outcome: NonNullable<CallbackRecord['outcome']> };

/** A finished list: one function that walks it, and the same as middlewares for a Router of the host's own. */
export interface Flow extends Middlewares {
  (req: IncomingMessage, res: ServerResponse, next?: NextFunction, request?: HttpRequest): void;
}

/** Starts a list. The host's own steps come after the steps that they name. */
export function pipeline(openRecord: OpenRecord, own: readonly OwnStep[] = []): Pipeline<CallbackRecord> {
  return listOf(openRecord, [], own);
}

function listOf<Known>(openRecord: OpenRecord, steps: readonly PlacedStep[], own: readonly OwnStep[]): Pipeline<Known> {
  return {
    step(step) {
      if (step === undefined) return listOf(openRecord, steps, own);
      // The compiler has just checked that earlier steps have learnt what this one needs to know.
      const added = [step as PlacedStep, ...ownStepsAfter(step.name, own)];
      return listOf(openRecord, [...steps, ...added], own);
    },
    exits: (sendAck, sendFailure) => flowOf(logged({ openRecord, steps, sendAck, sendFailure })),
  };
}

/**
 * Walks the list in a plain loop, on any host. The same steps as middlewares of Express' own Router cost 5 µs more a request
 * (Node 20, Express 5), because every look at `req` or `res` is slow once Express has changed their prototypes. So the record
 * is handed over, and only the ends of the list see `req` and `res`.
 */
function flowOf(parts: FlowParts): Flow {
  const { openRecord, steps, sendAck, sendFailure } = parts;

  // Three parameters, and the fourth with a default: to Express a function that declares four is an error handler. Other
  // routers hand over a fourth argument of their own, e.g. a null.
  const flow = (req: IncomingMessage, res: ServerResponse, _next?: NextFunction, given: unknown = undefined): void => {
    const record = openRecord(req, res, isRequest(given) ? given : undefined);
    if (record.trace === undefined) walk(record, req, res);
    else record.trace.within(() => walk(record, req, res));
  };

  function walk(record: CallbackRecord, req: IncomingMessage, res: ServerResponse): void {
    let index = 0;
    function next(error?: unknown): void {
      if (error !== undefined) return sendFailure(error, record, req, res);
      try {
        for (let step = steps[index++]; step !== undefined; step = steps[index++]) {
          if (!runStep(step, record, next)) return;
        }
        sendAck(record, res);
      } catch (thrown) {
        sendFailure(thrown, record, req, res);
      }
    }
    next();
  }

  return Object.assign(flow, middlewaresOf(parts));
}

function isRequest(given: unknown): given is HttpRequest {
  return typeof given === 'object' && given !== null && 'search' in given && 'path' in given;
}
