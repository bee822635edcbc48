import { isPromise } from '../promises/is-promise';
import type { CallbackRecord } from './record';
import type { Result } from './result';

/** Calls back once with the result: for the steps that wait in every request, where a promise would be too expensive. */
export type Later<Learnt> = (done: (result: Result<Learnt>) => void) => void;

export type StepResult<Learnt> = Result<Learnt> | Promise<Result<Learnt>> | Later<Learnt>;

/**
 * One entry of the list: what earlier steps learnt goes in; what this one learnt, or a failure, comes out. It sees no `req`, no
 * `res`. Its name is the name of its middleware.
 */
export type Step<Known, Learnt extends object> = (known: Known) => StepResult<Learnt>;

/** A step whose place in the list the compiler has checked already: the record holds what it needs. */
export type PlacedStep = (known: CallbackRecord) => StepResult<object>;

/** What any step may count on. */
export type Arrived = Pick<CallbackRecord, 'vendor' | 'request' | 'readBody' | 'receivedAt' | 'startedAt'>;

/**
 * Runs a step and fills what it learnt into the record. True: it is done, go on; false: `next` is called when it is, or was
 * called with its failure. A synchronous step costs no promise.
 */
export function runStep(step: PlacedStep, record: CallbackRecord, next: (error?: unknown) => void): boolean {
  const result = step(record);
  if (typeof result === 'function') return wait(result, record, next);
  if (isPromise(result)) return waitForPromise(result, record, step.name, next);
  if (result._tag === 'Left') {
    next(result.left);
    return false;
  }
  Object.assign(record, result.right);
  return true;
}

function wait(later: Later<object>, record: CallbackRecord, next: (error?: unknown) => void): false {
  later((result) => learn(result, record, next));
  return false;
}

function waitForPromise(
  result: Promise<Result<object>>,
  record: CallbackRecord,
  name: string,
  next: (error?: unknown) => void,
): false {
  result.then(
    (settled) => learn(settled, record, next),
    (cause) => next(cause ?? new Error(`${name} rejected with ${cause}`)),
  );
  return false;
}

function learn(result: Result<object>, record: CallbackRecord, next: (error?: unknown) => void): void {
  if (result._tag === 'Left') return next(result.left);
  Object.assign(record, result.right);
  next();
}
