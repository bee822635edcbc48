import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Check } from '../../../flow/steps/verify-query';
import type { ParlourProof } from './envelope';
import { strangerAtTheDoor } from './failures';

/** Hex HMAC-SHA256 of time and event under the key that both sides know. */
export function sign(key: string, time: string, event: string): string {
  return createHmac('sha256', key).update(`${time}.${event}`).digest('hex');
}

export function checkSignature(key: string): Check<object, ParlourProof> {
  return function checkSignature({ proof: { event = '', time = '', signature = '' }, receivedAt }) {
    const expected = Buffer.from(sign(key, time, event));
    const given = Buffer.from(signature);
    const isFresh = Math.abs(receivedAt / 1000 - Number(time)) <= 30;
    const matches = given.length === expected.length && timingSafeEqual(given, expected);
    return matches && isFresh ? undefined : strangerAtTheDoor;
  };
}
