import { hash, timingSafeEqual } from 'node:crypto';
import { shown } from '../../failure';
import type { Check } from '../../steps/verify-query';
import type { TencentProof, TencentQuery } from './envelope';

type TencentCheck = Check<TencentQuery, TencentProof>;

/** Compares SDKAPPIDs. It keeps misrouted traffic out; it is no authentication, since every client app holds the id. */
export function checkAppId(sdkAppId: string): TencentCheck {
  return function checkAppId({ appId }) {
    return appId === sdkAppId ? undefined : { kind: 'wrongAppId', received: shown(appId ?? '') };
  };
}

/**
 * Checks `Sign`, the hex SHA-256 of token + RequestTime (1047/34354), and that RequestTime is near our clock.
 *
 * The Chat overview names no window; the Live overview (647/64412), same formula, calls a request invalid when the times
 * differ by more than a minute. The signature covers neither body nor command: whoever sees a signed URL can use it
 * within the window.
 */
export function checkSignature(tokens: readonly string[], toleranceSeconds: number): TencentCheck {
  return function checkSignature({ proof, receivedAt }) {
    const { Sign, RequestTime } = proof;
    if (Sign === undefined || RequestTime === undefined) return { kind: 'badSignature', reason: 'missing' };
    if (!/^[0-9a-f]{64}$/i.test(Sign) || !/^\d{1,12}$/.test(RequestTime))
      return { kind: 'badSignature', reason: 'malformed' };
    const age = receivedAt / 1000 - Number(RequestTime);
    if (Math.abs(age) > toleranceSeconds) return { kind: 'badSignature', reason: 'stale' };
    const given = Buffer.from(Sign, 'hex');
    // Every token is tried, so that the time taken does not tell which one is in use.
    let matches = false;
    for (const token of tokens) if (timingSafeEqual(given, digestOf(token, RequestTime))) matches = true;
    return matches ? undefined : { kind: 'badSignature', reason: 'mismatch' };
  };
}

function digestOf(token: string, RequestTime: string): Buffer {
  return hash('sha256', token + RequestTime, 'buffer');
}

/** The `Sign` parameter for a token and a RequestTime (Unix seconds, as in the query). */
export function sign(token: string, RequestTime: string): string {
  return hash('sha256', token + RequestTime, 'hex');
}
