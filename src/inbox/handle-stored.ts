import * as E from 'fp-ts/lib/Either.js';
import type { AnyCommand } from '../command';
import type { DecodedEvent } from '../event';
import type { Failure } from '../failure';
import { report, tell } from '../hooks';
import type { SharedSettings } from '../settings';
import { routeCommand } from '../steps';
import { afterFailure } from './after-failure';
import { attemptEnded } from './attempts';
import type { GapWatch } from './gap-watch';
import type { Attempt, Next, Run } from './inbox';
import { commandOf, fromStore } from './stored-event';
import type { WorkerSettings } from './worker-options';

export interface HandleStoredOptions extends Pick<SharedSettings, 'handlers' | 'hooks' | 'load' | 'clock'> {
  worker: WorkerSettings;
  gaps: GapWatch | undefined;
}

/** Has a stored delivery handled by the very step that handles a callback without an inbox, and says what is to become of it. */
export function handleStored(options: HandleStoredOptions): Run {
  const { handlers, hooks, clock, worker, gaps } = options;
  const route = routeCommand({ ...options, deadlineMs: worker.timeoutMs });

  return async function handleStored(attempt) {
    const startedAt = performance.now();
    const command = commandOf(attempt.delivery);
    let result: E.Either<Failure, { outcome: 'handled' | 'unhandled' }>;
    try {
      result = await handle(attempt, command);
    } catch (cause) {
      result = E.left({ kind: 'stepFailed', cause });
    }
    const next: Next = E.isRight(result) ? { next: 'done' } : afterFailure(result.left, attempt, worker, clock());
    settle(attempt, command, result, next, performance.now() - startedAt);
    attemptEnded(attempt.delivery.key);
    return next;
  };

  async function handle(
    { delivery, signal }: Attempt,
    command: AnyCommand | undefined,
  ): Promise<E.Either<Failure, { outcome: 'handled' | 'unhandled' }>> {
    if (command === undefined || (delivery.expected && handlers[command.handler] === undefined))
      return E.left({ kind: 'noHandler', wire: delivery.wire });
    const event = fromStore(delivery, command, worker.timeoutMs);
    if (E.isLeft(event)) return event;
    await gaps?.note(event.right);
    return routed(command, event.right, signal);
  }

  async function routed(command: AnyCommand, event: DecodedEvent, signal: AbortSignal) {
    const expire = () => event.expire(signal.reason);
    signal.addEventListener('abort', expire, { once: true });
    try {
      const judged = await route({ wire: event.wire, command, event, dropped: [] });
      return E.isLeft(judged) ? judged : E.right({ outcome: judged.right.outcome as 'handled' | 'unhandled' });
    } finally {
      signal.removeEventListener('abort', expire);
    }
  }

  function settle(
    { delivery, attempt }: Attempt,
    command: AnyCommand | undefined,
    result: E.Either<Failure, { outcome: 'handled' | 'unhandled' }>,
    next: Next,
    ms: number,
  ): void {
    const { vendor, appId, operationID, key } = delivery;
    const about = { vendor, command: command?.wire ?? delivery.wire, operationID };
    if (E.isLeft(result)) {
      report(hooks, result.left, { ...about, attempt, retryInMs: next.next === 'retry' ? next.inMs : undefined });
    }
    if (hooks.onSettled === undefined) return;
    const outcome = E.isRight(result) ? result.right.outcome : next.next === 'dead' ? 'dead' : 'failed';
    const failure = E.isLeft(result) ? result.left.kind : undefined;
    const how = { outcome, failure, status: 0, ms, attempt } as const;
    tell(hooks, 'onSettled', { ...about, phase: 'after', appId, key, ...how }, about);
  }
}
