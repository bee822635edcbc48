import { hash, timingSafeEqual } from 'node:crypto';
import { shown } from '../../../callback/failure';
import type { Check, Claim } from '../../../flow/steps/verify-query';
import { isPromise } from '../../../promises/is-promise';
import type { Tokens, TokensOf } from './apps';
import type { TencentQuery } from './envelope';
import { appUnresolved, type BadSignature, badSignature, wrongAppId } from './failures';
import type { TencentProof } from './parameters';

type TencentCheck = Check<TencentQuery, TencentProof>;

export interface CheckAppOptions {
  tokensOf: TokensOf;
  toleranceSeconds: number;
  /** Called for an unsigned callback that is accepted anyway; when absent, unsigned callbacks are refused. */
  onUnsigned?: ((claim: Claim<TencentQuery, TencentProof>) => void) | undefined;
}

/**
 * Looks the SDKAppID up, and checks the signature where the app has tokens. The id alone keeps misrouted traffic out; it is
 * no authentication, since every client app holds it.
 */
export function checkApp(options: CheckAppOptions): TencentCheck {
  return function checkApp(claim) {
    const appId = claim.appId ?? '';
    if (!/^[1-9]\d{0,15}$/.test(appId)) return wrongAppId(shown(appId));
    const tokens = options.tokensOf(appId);
    const judge = (found: Tokens) => judgeTokens(found, claim, options);
    return isPromise(tokens) ? tokens.then(judge, appUnresolved) : judge(tokens);
  };
}

function judgeTokens(tokens: Tokens, claim: Claim<TencentQuery, TencentProof>, options: CheckAppOptions) {
  if (tokens === undefined) return wrongAppId(shown(claim.appId ?? ''));
  if (tokens.length === 0) return undefined;
  const failure = problemWithSignature(
    claim.proof,
    claim.receivedAt,
    tokens,
    options.toleranceSeconds,
    keptSignaturesOf,
  );
  if (failure?.reason !== 'missing' || claim.proof.Sign !== undefined || options.onUnsigned === undefined)
    return failure;
  options.onUnsigned(claim);
  return undefined;
}

/** The signature that is being compared: nothing else runs meanwhile, so no request needs a Buffer of its own. */
const given = Buffer.alloc(64);

/**
 * Checks `Sign`, the hex SHA-256 of token + RequestTime (1047/34354), and that RequestTime is near our clock.
 *
 * The Chat overview names no window; the Live overview (647/64412), same formula, calls a request invalid when the times differ
 * by more than a minute. The signature covers neither body nor command: anyone who sees a signed URL can use it within the
 * window.
 */
export function problemWithSignature(
  { Sign, RequestTime }: TencentProof,
  receivedAt: number,
  tokens: readonly string[],
  toleranceSeconds: number,
  signatures: SignaturesOf = signaturesOf,
): BadSignature | undefined {
  if (Sign === undefined || RequestTime === undefined) return badSignature('missing');
  if (Sign.length !== 64 || /[^0-9a-f]/.test(Sign) || !/^\d{1,12}$/.test(RequestTime)) return badSignature('malformed');
  const age = receivedAt / 1000 - Number(RequestTime);
  if (Math.abs(age) > toleranceSeconds) return badSignature('stale');
  given.write(Sign, 'latin1');
  // Every token is tried, so that the time taken does not tell which one is in use.
  let matches = false;
  for (const signature of signatures(tokens, RequestTime)) if (timingSafeEqual(given, signature)) matches = true;
  return matches ? undefined : badSignature('mismatch');
}

type SignaturesOf = (tokens: readonly string[], RequestTime: string) => readonly Buffer[];

const signaturesOf: SignaturesOf = (tokens, RequestTime) =>
  tokens.map((token) => Buffer.from(sign(token, RequestTime)));

/**
 * All callbacks of one second have the same signature, so the signatures for the last RequestTime are cached. The lists must
 * never change.
 */
const lastSignatures = new WeakMap<readonly string[], { RequestTime: string; signatures: readonly Buffer[] }>();

const keptSignaturesOf: SignaturesOf = (tokens, RequestTime) => {
  const last = lastSignatures.get(tokens);
  if (last !== undefined && last.RequestTime === RequestTime) return last.signatures;
  const signatures = signaturesOf(tokens, RequestTime);
  lastSignatures.set(tokens, { RequestTime, signatures });
  return signatures;
};

/** The `Sign` parameter for a token and a RequestTime (Unix seconds, as in the query). */
export function sign(token: string, RequestTime: string): string {
  return hash('sha256', token + RequestTime, 'hex');
}
