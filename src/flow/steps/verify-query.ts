import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../../callback/failure';
import type { Delivery } from '../../callback/http-request';
import { isPromise } from '../../promises/is-promise';
import type { Arrived, Step } from '../pipeline';

/** The vendor's part of the URL, decoded. `proof` is for the checks alone and is not kept. */
export interface Envelope<Query, Proof> {
  readonly query: Query;
  readonly appId: string | undefined;
  readonly proof: Proof;
}

/** What a check may look at. */
export interface Claim<Query, Proof> extends Envelope<Query, Proof> {
  readonly delivery: Delivery;
  /** When the request came, in Unix milliseconds. */
  readonly receivedAt: number;
  readonly operationID: string;
}

/** One check of the trust boundary: a failure, or nothing; a promise of it only where the check has to ask somebody. */
export type Check<Query, Proof> = (claim: Claim<Query, Proof>) => Failure | undefined | Promise<Failure | undefined>;

/** Reads the envelope and runs the checks in order, before the body is read: a forged call costs no parsing. */
export function verifyQuery<Query extends object, Proof>(
  readEnvelope: (delivery: Delivery) => E.Either<Failure, Envelope<Query, Proof>>,
  checks: readonly Check<Query, Proof>[],
): Step<Arrived & { operationID: string }, { query: Query; appId: string | undefined }> {
  return function verifyQuery({ delivery, receivedAt, operationID }) {
    const envelope = readEnvelope(delivery);
    if (E.isLeft(envelope)) return envelope;
    const { query, appId, proof } = envelope.right;
    const claim = { query, appId, proof, delivery, receivedAt, operationID };
    const settle = (failure: Failure | undefined) =>
      failure === undefined ? E.right({ query, appId }) : E.left(failure);
    const failure = firstFailure(checks, claim);
    return isPromise(failure) ? failure.then(settle) : settle(failure);
  };
}

function firstFailure<Query, Proof>(
  checks: readonly Check<Query, Proof>[],
  claim: Claim<Query, Proof>,
): ReturnType<Check<Query, Proof>> {
  for (const [i, check] of checks.entries()) {
    const failure = check(claim);
    if (isPromise(failure)) return failure.then((found) => found ?? firstFailure(checks.slice(i + 1), claim));
    if (failure !== undefined) return failure;
  }
  return undefined;
}
