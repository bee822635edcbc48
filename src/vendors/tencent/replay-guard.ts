import { hash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import type { AnyCommand } from '../../command';
import { textOf } from '../../event';
import type { Arrived, Step } from '../../pipeline';
import { readParameters } from './envelope';

/** How many deliveries the guard remembers unless told otherwise; about 15 MB when full. */
export const defaultReplayEntries = 100_000;

type Needs = Arrived & { body: object; command: AnyCommand | undefined };

/**
 * Stops a repeated pair of signature and body. The signature covers neither, so whoever sees one signed URL can send it
 * again for as long as it is fresh; with this, only with another body.
 *
 * A pair is remembered for twice the tolerance (a RequestTime may lie that far ahead of the clock), and the oldest are
 * forgotten when there are too many. Two real gifts can be equal to the last byte within a second, so that command is
 * let through; a repeated question about a gift does no harm beyond the answer.
 */
export function refuseReplays(toleranceSeconds: number, maxEntries: number): Step<Needs, object> {
  /** Digest → when it may be forgotten, in Unix milliseconds; a Map keeps the order of insertion, which is that of time. */
  const seen = new Map<string, number>();

  return function refuseReplays({ delivery, body, command, receivedAt }) {
    const parameters = readParameters(delivery.query);
    if (command?.repeats === true || E.isLeft(parameters)) return E.right({});
    const text = textOf(body);
    if (text === undefined) return E.left({ kind: 'bodyUnreadable', reason: 'it is nested too deeply' });
    const pair = hash('sha256', `${parameters.right.Sign} ${text}`, 'base64');
    forget(seen, receivedAt, maxEntries);
    if (seen.has(pair)) return E.left({ kind: 'replayed' });
    seen.set(pair, receivedAt + 2000 * toleranceSeconds);
    return E.right({});
  };
}

function forget(seen: Map<string, number>, now: number, maxEntries: number): void {
  for (const [pair, until] of seen) {
    if (until > now && seen.size < maxEntries) return;
    seen.delete(pair);
  }
}
