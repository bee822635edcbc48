import { describe, type Failure, isKind } from '../callback/failure';
import type { Attempt, Disposition } from './inbox';
import { isPermanent } from './permanent-error';
import type { WorkerSettings } from './worker-options';

/** What becomes of a delivery whose attempt failed. */
export function afterFailure(
  failure: Failure,
  { attempt, firstFailedAt }: Pick<Attempt, 'attempt' | 'firstFailedAt'>,
  settings: WorkerSettings,
  now: number,
): Disposition {
  const error = errorText(failure);
  if (isKind(failure, 'interrupted')) return { next: 'dead', error, attempts: failure.attempts };
  if (attempt >= settings.attempts || isHopeless(failure)) return { next: 'dead', error };
  const heldMs = now - (firstFailedAt ?? now);
  // When a clock is set back, the conversation must not be held back for that much longer.
  const hold = heldMs >= 0 && heldMs < settings.holdMs;
  return { next: 'retry', inMs: backoff(attempt, settings), hold, error };
}

/** Exponential backoff with 50 % jitter, so that deliveries which failed together are not retried together. */
export function backoff(attempt: number, { backoffMs, maxBackoffMs }: WorkerSettings, random = Math.random): number {
  const full = Math.min(maxBackoffMs, backoffMs * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

/** A retry does not change the body. */
function isHopeless(failure: Failure): boolean {
  if (failure.kind === 'undecodable' || failure.kind === 'bodyUnreadable') return true;
  return isKind(failure, 'handlerFailed') && isPermanent(failure.cause);
}

/** For the dead letter: its readers may see the body as well, so it includes the error that the handler threw. */
function errorText(failure: Failure): string {
  const cause = 'cause' in failure ? causeText(failure.cause) : undefined;
  return (cause === undefined ? describe(failure) : `${describe(failure)}: ${cause}`).slice(0, 1000);
}

/** The thrown value may be anything, and reading it may throw. */
function causeText(cause: unknown): string {
  try {
    return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  } catch {
    return 'a value that cannot be read';
  }
}
