import { isLeft, left, right } from 'fp-ts/lib/Either.js';
import type { Failure } from '../../callback/failure';
import { forgetProof, type HttpRequest } from '../../callback/http-request';
import { isPromise } from '../../promises/is-promise';
import type { Result } from '../result';
import type { Arrived, Step } from '../step';

/** The vendor's part of the URL, decoded. `proof` is for the checks alone and is not kept. */
export interface Envelope<Query, Proof> {
  readonly query: Query;
  readonly appId: string | undefined;
  readonly proof: Proof;
}

/** What a check may look at. */
export interface Claim<Query, Proof> extends Envelope<Query, Proof> {
  readonly request: HttpRequest;
  /** When the request came, in Unix milliseconds. */
  readonly receivedAt: number;
  readonly operationID: string;
}

/** One check of the trust boundary: a failure, or nothing; a promise of it only where the check has to ask somebody. */
export type Check<Query, Proof> = (claim: Claim<Query, Proof>) => Failure | undefined | Promise<Failure | undefined>;

export interface Verified<Query extends object> {
  query: Query;
  appId: string | undefined;
  /** The result of `digestOf`; the proof itself is discarded. */
  proofDigest: string | undefined;
}

/**
 * Reads the envelope and runs the checks in order, before the body is read: a forged call costs no parsing. Afterwards, whatever
 * the result, signature, secret and credentials are removed from the request. `digestOf`: for a later step that compares
 * signatures.
 */
export function verifyQuery<Query extends object, Proof>(
  readEnvelope: (request: HttpRequest) => Result<Envelope<Query, Proof>>,
  checks: readonly Check<Query, Proof>[],
  digestOf?: (proof: Proof) => string | undefined,
): Step<Arrived & { operationID: string }, Verified<Query>> {
  return function verifyQuery({ request, receivedAt, operationID }) {
    const envelope = readEnvelope(request);
    if (isLeft(envelope)) {
      forgetProof(request);
      return envelope;
    }
    const { query, appId, proof } = envelope.right;
    const claim = { query, appId, proof, request, receivedAt, operationID };
    const learnt = { query, appId, proofDigest: digestOf?.(proof) };
    const failure = firstFailure(checks, claim);
    if (!isPromise(failure)) return concluded(request, failure, learnt);
    return failure.then((found) => concluded(request, found, learnt));
  };
}

/** The checks are over, so nobody needs the proof any more. */
function concluded<Learnt>(request: HttpRequest, failure: Failure | undefined, learnt: Learnt): Result<Learnt> {
  forgetProof(request);
  return failure === undefined ? right(learnt) : left(failure);
}

/** Counted: `entries()` makes an iterator, and a pair for each check. */
function firstFailure<Query, Proof>(
  checks: readonly Check<Query, Proof>[],
  claim: Claim<Query, Proof>,
  from = 0,
): ReturnType<Check<Query, Proof>> {
  for (let i = from; i < checks.length; i++) {
    const failure = checks[i]?.(claim);
    if (isPromise(failure)) return failure.then((found) => found ?? firstFailure(checks, claim, i + 1));
    if (failure !== undefined) return failure;
  }
  return undefined;
}
