import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FlowParts, NextFunction } from './parts';
import { type CallbackRecord, recordOf } from './record';
import { type PlacedStep, runStep } from './step';

/** What Express, connect and a bare `node:http` server can all call. */
export type Middleware = (req: IncomingMessage, res: ServerResponse, next: NextFunction) => void;
export type ErrorMiddleware = (error: unknown, req: IncomingMessage, res: ServerResponse, next: NextFunction) => void;

/** A list as named middlewares, for a Router of the host's own. */
export interface Middlewares {
  /** All of them in their order, the failure exit last; `middlewares.map((m) => m.name)` reads like the list. */
  readonly middlewares: readonly (Middleware | ErrorMiddleware)[];
  /** Those from the first to the one of this name. Throws a `TypeError` where there is none. */
  through(name: string): Middleware[];
  /** Those behind the one of this name, both exits among them. Throws a `TypeError` where there is none. */
  after(name: string): (Middleware | ErrorMiddleware)[];
}

/**
 * Makes middlewares of a list. Each one runs only where all those before it have: in a Router in which one was left out, e.g.
 * the checks, no handler runs, and every request fails with an error that says which.
 */
export function middlewaresOf({ openRecord, steps, sendAck, sendFailure }: FlowParts): Middlewares {
  const names = [openRecord.name, ...steps.map(({ name }) => name), sendAck.name];

  const open: Middleware = (req, res, next) => {
    const record = openRecord(req, res);
    record.passed = 1;
    if (record.trace === undefined) next();
    else record.trace.within(() => next());
  };
  const lifted = steps.map((step, i) => named(step.name, lift(step, i + 1)));
  const ack: Middleware = (_req, res, next) => {
    const record = inTurn(res, steps.length + 1, next);
    if (record !== undefined) sendAck(record, res);
  };
  const failure: ErrorMiddleware = (error, req, res, next) => {
    const record = recordOf(res);
    if (record === undefined) return next(error); // it happened before the list began, so others answer it
    sendFailure(error, record, req, res);
  };

  function lift(step: PlacedStep, place: number): Middleware {
    return (_req, res, next) => {
      const record = inTurn(res, place, next);
      if (record !== undefined && runStep(step, record, next)) next();
    };
  }

  /** The record, when it is this middleware's turn; otherwise an error for the failure exit. */
  function inTurn(res: ServerResponse, place: number, next: NextFunction): CallbackRecord | undefined {
    const record = recordOf(res);
    const passed = record?.passed ?? 0;
    if (record !== undefined && passed === place) {
      record.passed = place + 1;
      return record;
    }
    next(
      new Error(
        `${names[place]} ran where ${names[passed] ?? 'nothing more'} is due; the order is ${names.join(', ')}`,
      ),
    );
    return undefined;
  }

  const forward = [named(openRecord.name, open), ...lifted, named(sendAck.name, ack)];
  function placeOf(name: string): number {
    const place = names.indexOf(name);
    if (place !== -1) return place;
    throw new TypeError(`imCallbacks: there is no middleware ${name}; there are ${names.join(', ')}`);
  }
  const last = named(sendFailure.name, failure);
  return {
    middlewares: [...forward, last],
    through: (name) => forward.slice(0, placeOf(name) + 1),
    after: (name) => [...forward.slice(placeOf(name) + 1), last],
  };
}

function named<T extends Middleware | ErrorMiddleware>(name: string, middleware: T): T {
  return Object.defineProperty(middleware, 'name', { value: name });
}
