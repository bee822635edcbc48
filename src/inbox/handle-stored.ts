import * as E from 'fp-ts/lib/Either.js';
import type { DecodedEvent } from '../callback/event';
import type { Failure } from '../callback/failure';
import type { SettledRecord } from '../callback/outcome';
import type { AnyCommand } from '../catalogue/command';
import type { SharedSettings } from '../flow/settings';
import { routeCommand } from '../flow/steps';
import { report, tell } from '../observe/hooks';
import { type GuardedTrace, guarded } from '../observe/safe-trace';
import type { BegunAttempt } from '../observe/telemetry';
import { attemptEnded } from './attempts';
import type { GapWatch } from './gap-watch';
import type { Attempt, Next, Run } from './inbox';
import { afterFailure } from './retry-policy';
import { commandOf, fromStore } from './stored-event';
import type { WorkerSettings } from './worker-options';

export interface HandleStoredOptions
  extends Pick<SharedSettings, 'handlers' | 'hooks' | 'admission' | 'clock' | 'telemetry'> {
  worker: WorkerSettings;
  gaps: GapWatch | undefined;
}

/** Has a stored delivery handled by the very step that handles a callback without an inbox, and says what is to become of it. */
export function handleStored(options: HandleStoredOptions): Run {
  const { handlers, hooks, clock, worker, gaps, telemetry } = options;
  const route = routeCommand({ ...options, deadlineMs: worker.timeoutMs });

  return async function handleStored(attempt) {
    const command = commandOf(attempt.delivery);
    if (telemetry === undefined) return run(attempt, command, undefined);
    const trace = guarded(() => telemetry.attempt(begun(attempt, command)));
    return trace.within(() => run(attempt, command, trace));
  };

  async function run(
    attempt: Attempt,
    command: AnyCommand | undefined,
    trace: GuardedTrace | undefined,
  ): Promise<Next> {
    const startedAt = performance.now();
    let result: Result;
    try {
      result = await handle(attempt, command, trace);
    } catch (cause) {
      result = E.left({ kind: 'stepFailed', cause });
    }
    const next: Next = E.isRight(result) ? { next: 'done' } : afterFailure(result.left, attempt, worker, clock());
    settle(attempt, command, { result, next, trace, ms: performance.now() - startedAt });
    attemptEnded(attempt.delivery.key);
    return next;
  }

  async function handle(
    attempt: Attempt,
    command: AnyCommand | undefined,
    trace: GuardedTrace | undefined,
  ): Promise<Result> {
    const { delivery, signal } = attempt;
    // Attempts that a crash cut short are counted, but nobody could say then that they were enough.
    if (attempt.attempt > worker.attempts) return E.left({ kind: 'interrupted', attempts: worker.attempts });
    if (command === undefined || (delivery.expected && handlers[command.handler] === undefined))
      return E.left({ kind: 'noHandler', wire: delivery.wire });
    const event = fromStore(attempt, command, worker.timeoutMs);
    if (E.isLeft(event)) return event;
    await gaps?.note(event.right);
    return routed(command, event.right, signal, trace);
  }

  async function routed(
    command: AnyCommand,
    event: DecodedEvent,
    signal: AbortSignal,
    trace: GuardedTrace | undefined,
  ): Promise<Result> {
    const expire = () => event.expire(signal.reason);
    signal.addEventListener('abort', expire, { once: true });
    try {
      const judged = await route({ wire: event.wire, command, event, dropped: [], trace });
      return E.isLeft(judged) ? judged : E.right({ outcome: judged.right.outcome as 'handled' | 'unhandled' });
    } finally {
      signal.removeEventListener('abort', expire);
    }
  }

  function settle(
    { delivery, attempt }: Attempt,
    command: AnyCommand | undefined,
    { result, next, trace, ms }: Ended,
  ): void {
    const { vendor, appId, operationID, key } = delivery;
    const about = { vendor, command: command?.wire ?? delivery.wire, operationID, key, attempt };
    if (E.isLeft(result)) {
      report(hooks, result.left, { ...about, retryInMs: next.next === 'retry' ? next.inMs : undefined });
    }
    if (hooks.onSettled === undefined && trace === undefined) return;
    const outcome = E.isRight(result) ? result.right.outcome : next.next === 'dead' ? 'dead' : 'failed';
    const failure = E.isLeft(result) ? result.left.kind : undefined;
    const how = { outcome, failure, status: 0, ms, delayMs: undefined } as const;
    const settled: SettledRecord = { ...about, phase: 'after', appId, ...how };
    trace?.settled(settled);
    tell(hooks, 'onSettled', settled, about);
  }
}

type Result = E.Either<Failure, { outcome: 'handled' | 'unhandled' }>;

/** How an attempt ended. */
interface Ended {
  result: Result;
  next: Next;
  trace: GuardedTrace | undefined;
  ms: number;
}

function begun({ delivery, attempt }: Attempt, command: AnyCommand | undefined): BegunAttempt {
  const { vendor, wire, operationID, trace } = delivery;
  return { vendor, command: command?.wire ?? wire, operationID, attempt, trace };
}
