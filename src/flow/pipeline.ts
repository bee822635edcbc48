import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Either } from 'fp-ts/lib/Either.js';
import type { Failure } from '../callback/failure';
import { isPromise } from '../promises/is-promise';
import { CallbackRecord, recordOf } from './record';

export type Next = (error?: unknown) => void;

/** What Express, connect and a bare `node:http` server can all call. */
export type Middleware = (req: IncomingMessage, res: ServerResponse, next: Next) => void;

/**
 * A middleware that is handed the record, where its caller has it; in a Router it looks the record up itself. Give `record` a
 * default value: to Express a function that declares four parameters is an error handler, and is passed over.
 */
export type RecordMiddleware = (req: IncomingMessage, res: ServerResponse, next: Next, record?: CallbackRecord) => void;
export type ErrorMiddleware = (error: unknown, req: IncomingMessage, res: ServerResponse, next: Next) => void;

export type StepResult<Learnt> = Either<Failure, Learnt> | Promise<Either<Failure, Learnt>>;

/** One step: what earlier steps learnt goes in; what this one learnt, or a failure, comes out. It sees no `req`, no `res`. */
export type Step<Known, Learnt extends object> = (known: Known) => StepResult<Learnt>;

/** One that fills in part of the record itself, for the rare step that cannot do without the request. `record` as above. */
export interface LearningMiddleware<Known, Learnt extends object> extends RecordMiddleware {
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
  (req: IncomingMessage, res: ServerResponse, next?: Next, record?: CallbackRecord | null): void;
  /** The named middlewares in order, the failure exit last; `flow.middlewares.map((m) => m.name)` reads like the list. */
  readonly middlewares: readonly (Middleware | ErrorMiddleware)[];
}

/** What any step may count on. */
export type Arrived = Pick<CallbackRecord, 'vendor' | 'delivery' | 'receivedAt' | 'startedAt'>;

/** One entry of the list: a step, or a middleware that needs the request. */
type Stage = { readonly step: Step<never, object> } | { readonly middleware: RecordMiddleware };

/** Starts a pipeline with the middleware that opens the record of a request. */
export function pipeline(openRecord: RecordMiddleware): Pipeline<CallbackRecord> {
  return listOf([{ middleware: openRecord }]);
}

function listOf<Known>(stages: readonly Stage[]): Pipeline<Known> {
  return {
    step: (step) => listOf([...stages, { step }]),
    use: (middleware) => listOf([...stages, { middleware }]),
    exits: (sendAck, sendFailure) => flowOf([...stages, { middleware: sendAck }], sendFailure),
  };
}

/**
 * Runs the list in a plain loop, on any host. The same steps as middlewares of Express' own Router cost 5 µs more a
 * request (Node 20, Express 5), most of what this package may cost, because every look at `req` or `res` is slow once
 * Express has changed their prototypes. So the record is handed over, and looked up only where a flow is mounted by itself;
 * and a step is called without either.
 */
function flowOf(stages: readonly Stage[], sendFailure: ErrorMiddleware): Flow {
  // The default keeps its length at three: one of four would be an error handler to Express. Other routers hand over a fourth
  // argument of their own, e.g. a null.
  const flow = (req: IncomingMessage, res: ServerResponse, _next?: Next, given: unknown = undefined): void => {
    let index = 0;
    let record = given instanceof CallbackRecord ? given : recordOf(res);

    function next(error?: unknown): void {
      if (error !== undefined) return sendFailure(error, req, res, nowhere);
      try {
        run();
      } catch (thrown) {
        sendFailure(thrown, req, res, nowhere);
      }
    }

    function run(): void {
      for (let stage = stages[index++]; stage !== undefined; stage = stages[index++]) {
        if ('middleware' in stage) return stage.middleware(req, res, next, record);
        record ??= recordOf(res) ?? noRecord(stage.step.name);
        // The compiler has checked the order of the steps, so the record holds what this one needs to know.
        const result = stage.step(record as never);
        if (isPromise(result)) return later(result, record, stage.step.name, next);
        if (result._tag === 'Left') return next(result.left);
        Object.assign(record, result.right);
      }
    }
    next();
  };
  return Object.assign(flow, { middlewares: [...stages.map(middlewareOf), sendFailure] });
}

function middlewareOf(stage: Stage): Middleware {
  return 'middleware' in stage ? stage.middleware : lift(stage.step);
}

/**
 * Lifts a step to a middleware of the same name, for those who put the list together in a Router of their own. What it
 * learnt is filled into the record; a failure goes to `next`. A step that answers at once costs no promise.
 */
export function lift(step: Step<never, object>): Middleware {
  const middleware: Middleware = (_req, res, next) => {
    const record = recordOf(res) ?? noRecord(step.name);
    // As in the loop above: whoever puts the list together elsewhere answers for its order.
    const result = step(record as never);
    if (isPromise(result)) later(result, record, step.name, next);
    else settle(record, result, next);
  };
  return Object.defineProperty(middleware, 'name', { value: step.name });
}

function later(result: Promise<Either<Failure, object>>, record: CallbackRecord, name: string, next: Next): void {
  result.then(
    (settled) => settle(record, settled, next),
    (cause) => next(cause ?? new Error(`${name} rejected with ${cause}`)),
  );
}

function settle(record: CallbackRecord, result: Either<Failure, object>, next: Next): void {
  if (result._tag === 'Left') return next(result.left);
  Object.assign(record, result.right);
  next();
}

function noRecord(name: string): never {
  throw new Error(`${name} ran before the record was opened`);
}

/** The exits answer every request, so nothing is ever passed on to the host's next middleware. */
function nowhere(): void {}
