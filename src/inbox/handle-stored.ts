import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../callback/failure';
import type { SettledRecord } from '../callback/outcome';
import type { AnyCommand } from '../catalogue/command';
import type { SharedSettings } from '../flow/settings';
import { routeCommand } from '../flow/steps';
import { report, tell } from '../observe/hooks';
import { type GuardedTrace, guarded } from '../observe/safe-trace';
import type { BegunAttempt } from '../observe/telemetry';
import { commandOf } from '../vendors/commands';
import { attemptEnded } from './attempts';
import type { GapWatch } from './gap-watch';
import type { Attempt, Disposition, Run } from './inbox';
import { afterFailure } from './retry-policy';
import { fromStore } from './stored-event';
import type { WorkerSettings } from './worker-options';

export interface HandleStoredOptions
  extends Pick<SharedSettings, 'handlers' | 'hooks' | 'admission' | 'clock' | 'telemetry'> {
  worker: WorkerSettings;
  gaps: GapWatch | undefined;
}

type Result = E.Either<Failure, { outcome: 'handled' | 'unhandled' }>;

/** One attempt and its parts. */
interface Running {
  readonly attempt: Attempt;
  /** Undefined when this version does not know it, or its vendor. */
  readonly command: AnyCommand | undefined;
  readonly trace: GuardedTrace | undefined;
}

/** Handles a stored delivery with the same step that handles a callback without an inbox, and returns its disposition. */
export function handleStored(options: HandleStoredOptions): Run {
  const { handlers, hooks, clock, worker, gaps, telemetry } = options;
  const route = routeCommand({ ...options, deadlineMs: worker.timeoutMs });

  return async function handleStored(attempt) {
    const command = commandOf(attempt.delivery.vendor, attempt.delivery.wire);
    if (telemetry === undefined) return run({ attempt, command, trace: undefined });
    const trace = guarded(() => telemetry.attempt(begun(attempt, command)));
    return trace.within(() => run({ attempt, command, trace }));
  };

  async function run(running: Running): Promise<Disposition> {
    const startedAt = performance.now();
    const { attempt } = running;
    const result = await handle(running).catch((cause): Result => E.left({ kind: 'stepFailed', cause }));
    // After its transaction has ended the delivery, nothing is left to retry, whatever the handler does.
    const disposition: Disposition =
      E.isRight(result) || attempt.transaction?.committed
        ? { next: 'done' }
        : afterFailure(result.left, attempt, worker, clock());
    tellHooks(running, result, disposition, performance.now() - startedAt);
    attemptEnded(attempt.delivery.key);
    return disposition;
  }

  async function handle({ attempt, command, trace }: Running): Promise<Result> {
    const { delivery } = attempt;
    // Attempts that a crash ended are counted, but nobody could check the limit then.
    if (attempt.attempt > worker.attempts) return E.left({ kind: 'interrupted', attempts: worker.attempts });
    if (command === undefined || (delivery.expected && handlers[command.handler] === undefined))
      return E.left({ kind: 'noHandler', wire: delivery.wire });
    const event = fromStore(attempt, command, worker.timeoutMs);
    if (E.isLeft(event)) return event;
    await gaps?.count(event.right);
    const routed = route({ wire: event.right.wire, command, event: event.right, dropped: [], trace });
    const judged = typeof routed === 'function' ? await new Promise(routed) : routed;
    return E.isLeft(judged) ? judged : E.right({ outcome: judged.right.outcome as 'handled' | 'unhandled' });
  }

  function tellHooks({ attempt, command, trace }: Running, result: Result, disposition: Disposition, ms: number): void {
    const { appId, operationID, key } = attempt.delivery;
    const vendor = attempt.delivery.vendor;
    const about = { vendor, command: commandName(attempt, command), operationID, key, attempt: attempt.attempt };
    if (E.isLeft(result)) {
      const retryInMs = disposition.next === 'retry' ? disposition.inMs : undefined;
      report(hooks, result.left, { ...about, retryInMs });
    }
    if (hooks.onSettled === undefined && trace === undefined) return;
    const outcome = E.isRight(result) ? result.right.outcome : disposition.next === 'dead' ? 'dead' : 'failed';
    const failure = E.isLeft(result) ? result.left.kind : undefined;
    const how = { outcome, failure, status: 0, ms, delayMs: undefined } as const;
    const settled: SettledRecord = { ...about, phase: 'after', appId, ...how };
    trace?.settled(settled);
    tell(hooks, 'onSettled', settled, about);
  }
}

function begun(attempt: Attempt, command: AnyCommand | undefined): BegunAttempt {
  const { operationID, traceContext: trace } = attempt.delivery;
  return {
    vendor: attempt.delivery.vendor,
    command: commandName(attempt, command),
    operationID,
    attempt: attempt.attempt,
    trace,
  };
}

/** The catalogue's name; for an unknown command, the name as it arrived. */
function commandName({ delivery }: Attempt, command: AnyCommand | undefined): string {
  return command?.wire ?? delivery.wire;
}
