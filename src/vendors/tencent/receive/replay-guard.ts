import { hash } from 'node:crypto';
import { left, right } from 'fp-ts/lib/Either.js';
import type { DecodedEvent } from '../../../callback/event';
import type { Arrived, Step } from '../../../flow/step';
import { replayed } from './failures';
import type { TencentProof } from './parameters';

/** How many deliveries the guard remembers unless told otherwise; about 15 MB when full. */
export const defaultReplayEntries = 100_000;

export interface ReplayGuardOptions {
  toleranceSeconds: number;
  /** How many deliveries are remembered; 0: the guard is off. */
  replayEntries: number;
}

type Needs = Arrived & { event: DecodedEvent; proofDigest: string | undefined };

/**
 * Stops a repeated pair of signature and body. The signature does not cover the body, so anyone who sees a signed URL can send it
 * again while it is fresh; with this guard, only with another body.
 *
 * It acts only when two equal bodies are certainly one event: two real events of one second have equal signatures, and when the
 * body has no event id and no milliseconds they can be equal to the last byte. A pair is remembered for twice the tolerance (a
 * RequestTime may lie that far ahead of the clock), and the oldest are forgotten when there are too many.
 */
export function refuseReplays(options: ReplayGuardOptions): Step<Needs, object> | undefined {
  const { toleranceSeconds, replayEntries } = options;
  if (replayEntries === 0) return undefined;
  /**
   * Digest → when it may be forgotten, in Unix milliseconds; a Map keeps the order of insertion, which is the order of time.
   */
  const seen = new Map<string, number>();

  return function refuseReplays({ event, receivedAt, proofDigest }) {
    if (proofDigest === undefined || !event.isIdentified) return right({});
    const body = event.bodyDigest;
    if (body.digest === undefined) {
      // Bytes that were no UTF-8 have become one character, whichever they were: two such bodies may be two events.
      if (body.because === 'notUtf8') return right({});
      return left({ kind: 'bodyUnreadable', reason: 'it is nested too deeply' });
    }
    const pair = hash('sha256', `${event.appId} ${event.command} ${proofDigest} ${body.digest}`, 'base64');
    forget(seen, receivedAt, replayEntries);
    if (seen.has(pair)) return left(replayed);
    seen.set(pair, receivedAt + 2000 * toleranceSeconds);
    return right({});
  };
}

/** The digest of a signature that `verifyQuery` keeps for the guard. */
export function digestOfSign({ Sign }: TencentProof): string | undefined {
  return Sign === undefined ? undefined : hash('sha256', Sign, 'base64');
}

function forget(seen: Map<string, number>, now: number, maxEntries: number): void {
  for (const [pair, until] of seen) {
    if (until > now && seen.size < maxEntries) return;
    seen.delete(pair);
  }
}
