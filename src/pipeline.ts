import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Either } from 'fp-ts/lib/Either.js';
import type { Failure } from './failure';
import { type CallbackRecord, recordOf } from './record';

export type Next = (error?: unknown) => void;

/** What Express, connect and a bare `node:http` server can all call. */
export type Middleware = (req: IncomingMessage, res: ServerResponse, next: Next) => void;
export type ErrorMiddleware = (error: unknown, req: IncomingMessage, res: ServerResponse, next: Next) => void;

export type StepResult<Learnt> = Either<Failure, Learnt> | Promise<Either<Failure, Learnt>>;

/** One step: what earlier steps learnt goes in; what this one learnt, or a failure, comes out. It sees no `req`, no `res`. */
export type Step<Known, Learnt extends object> = (known: Known) => StepResult<Learnt>;

/** A middleware that fills in part of the record itself, for the rare step that cannot do without the request. */
export interface LearningMiddleware<Known, Learnt extends object> extends Middleware {
  /** For the compiler only: what must be known before, and what is known after. */
  readonly types?: (known: Known) => Learnt;
}

/** The steps so far. Each call adds one; a step that needs what nobody has learnt yet does not compile. */
export interface Pipeline<Known> {
  step<Learnt extends object>(step: Step<Known, Learnt>): Pipeline<Known & Learnt>;
  use<Learnt extends object>(middleware: LearningMiddleware<Known, Learnt>): Pipeline<Known & Learnt>;
  /** Ends the list with the two exits: one answers what went well, one answers every failure. */
  exits(sendAck: LearningMiddleware<Known, object>, sendFailure: ErrorMiddleware): Flow;
}

/** A finished pipeline: one middleware that runs the list. */
export interface Flow {
  (req: IncomingMessage, res: ServerResponse, next?: Next): void;
  /** The named middlewares in order, the failure exit last; `flow.middlewares.map((m) => m.name)` reads like the list. */
  readonly middlewares: readonly (Middleware | ErrorMiddleware)[];
}

/** What any step may count on. */
export type Arrived = Pick<CallbackRecord, 'vendor' | 'delivery' | 'receivedAt' | 'startedAt'>;

/** Starts a pipeline with the middleware that opens the record of a request. */
export function pipeline(openRecord: Middleware): Pipeline<CallbackRecord> {
  return listOf([openRecord]);
}

function listOf<Known>(middlewares: readonly Middleware[]): Pipeline<Known> {
  return {
    step: (step) => listOf([...middlewares, lift(step)]),
    use: (middleware) => listOf([...middlewares, middleware]),
    exits: (sendAck, sendFailure) => run([...middlewares, sendAck], sendFailure),
  };
}

/**
 * Lifts a step to a middleware of the same name. What it learnt is filled into the record; a failure goes to `next`.
 * A step that answers at once costs no promise.
 */
export function lift<Known, Learnt extends object>(step: Step<Known, Learnt>): Middleware {
  const middleware: Middleware = (_req, res, next) => {
    const record = recordOf(res);
    if (record === undefined) return next(new Error(`${step.name} ran before the record was opened`));
    // The compiler checked the order of the steps, so the record holds what this one needs to know.
    const result = step(record as Known);
    if (isPromise(result)) {
      const refused = (cause: unknown) => next(cause ?? new Error(`${step.name} rejected with ${cause}`));
      result.then((settled) => settle(record, settled, next), refused);
    } else settle(record, result, next);
  };
  return Object.defineProperty(middleware, 'name', { value: step.name });
}

/** A promise of any realm: a test runner's sandbox has another `Promise` than Node's own modules. */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

function settle(record: CallbackRecord, result: Either<Failure, object>, next: Next): void {
  if (result._tag === 'Left') return next(result.left);
  Object.assign(record, result.right);
  next();
}

/**
 * Runs the list as Express would, and on any host. Express' own Router does the same for 5 µs more a request (Node 20,
 * Express 5), which is most of what this package may cost; the middlewares can be given to one all the same.
 */
function run(middlewares: readonly Middleware[], sendFailure: ErrorMiddleware): Flow {
  const flow = (req: IncomingMessage, res: ServerResponse): void => {
    let index = 0;
    const next = (error?: unknown): void => {
      const middleware = middlewares[index++];
      if (error !== undefined) return sendFailure(error, req, res, nowhere);
      try {
        middleware?.(req, res, next);
      } catch (thrown) {
        sendFailure(thrown, req, res, nowhere);
      }
    };
    next();
  };
  return Object.assign(flow, { middlewares: [...middlewares, sendFailure] });
}

/** The exits answer every request, so nothing is ever passed on to the host's next middleware. */
function nowhere(): void {}
