import { left, right } from 'fp-ts/lib/Either.js';
import type { AnyEvent, Learnt } from '../callback/event';
import type { OwnFailure } from '../callback/failure';
import { isObject } from '../codecs';
import { isPromise } from '../promises/is-promise';
import type { CallbackRecord } from './record';
import type { Result } from './result';
import type { Arrived, PlacedStep } from './step';

/** What is known after each step that a step of your own can follow. */
export interface KnownAfter {
  /** Nothing has been checked: the request as it came, headers and all. */
  captureOperationID: Readonly<Arrived> & {
    readonly operationID: string;
    readonly learnt: Partial<Learnt> | undefined;
  };
  /** The sender is authenticated, as far as the vendor allows; signature and secret are no longer there. */
  verifyQuery: KnownAfter['captureOperationID'] & { readonly appId: string | undefined; readonly query: object };
  /** The body is a JSON object. */
  parseBody: KnownAfter['verifyQuery'] & { readonly body: Readonly<Record<string, unknown>> };
  /** The body fits its command; `event` is what its handler will get. */
  decodeRequest: KnownAfter['parseBody'] & { readonly event: AnyEvent };
}

/**
 * A step of your own: `run` is called for every request behind the step named in `after`, and what it returns is in
 * `event.learnt`. It stops the request with `turnAway(…)`; what it throws ends it as `stepFailed`.
 */
export type OwnStep = {
  [K in keyof KnownAfter]: {
    readonly after: K;
    readonly run: (known: KnownAfter[K]) => OwnResult | Promise<OwnResult>;
  };
}[keyof KnownAfter];

export type OwnResult = Partial<Learnt> | TurnedAway | undefined | void;

/** A request that a step of your own has stopped. */
export interface TurnedAway extends OwnFailure {
  readonly kind: 'turnedAway';
}

/**
 * Stops a request: returned by a step of your own. `message` goes into the answer and to `onFailure`, so nothing secret may be
 * in it. `status`: 400 to 599, default 403. Throws a `TypeError` for another one: a 200 could be read as approval.
 */
export function turnAway({ status = 403, message }: { status?: number; message: string }): TurnedAway {
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new TypeError(`turnAway: status must be 400 to 599, e.g. 403; got ${status}`);
  if (typeof message !== 'string') throw new TypeError('turnAway: message must be a sentence for the answer');
  return { kind: 'turnedAway', status, message };
}

/** The steps of the host's own that stand behind the one of this name, in the order in which they were given. */
export function ownStepsAfter(name: string, own: readonly OwnStep[]): PlacedStep[] {
  return own.filter(({ after }) => after === name).map(({ run }) => adapted(run as Run));
}

/** Its place in the list determines what is known; the record holds it. */
type Run = (known: CallbackRecord) => OwnResult | Promise<OwnResult>;

function adapted(run: Run): PlacedStep {
  const step: PlacedStep = (record) => {
    const result = run(record);
    return isPromise(result) ? result.then((settled) => resultOf(settled, record)) : resultOf(result, record);
  };
  return Object.defineProperty(step, 'name', { value: run.name || 'ownStep' });
}

/** A step that was given the body, or the event, may have changed it, or change it later. */
function resultOf(result: unknown, { learnt }: CallbackRecord): Result<Pick<CallbackRecord, 'learnt' | 'parsedHere'>> {
  if (isTurnedAway(result)) return left(result);
  return right({ learnt: isObject(result) ? { ...learnt, ...result } : learnt, parsedHere: false });
}

function isTurnedAway(result: unknown): result is TurnedAway {
  return isObject(result) && result.kind === 'turnedAway' && typeof result.status === 'number';
}
