import { type Either, isLeft, isRight, left, right } from 'fp-ts/lib/Either.js';
import { checkVerdict, type Judged } from '../../callback/check-verdict';
import type { DecodedEvent } from '../../callback/event';
import { type Failure, isKind } from '../../callback/failure';
import type { HandlerMap } from '../../callback/handlers';
import type { AnyCommand } from '../../catalogue/command';
import { onBehalfOf } from '../../observe/current-callback';
import { type Hooks, report, tell } from '../../observe/hooks';
import type { GuardedTrace } from '../../observe/safe-trace';
import { follow } from '../../promises/follow';
import { isPromise } from '../../promises/is-promise';
import { timeLimits } from '../../promises/time-limits';
import type { Admission } from '../admission';
import type { Result } from '../result';
import type { Later } from '../step';
import type { Accepted } from './accept-into-inbox';
import type { Decoded } from './decode-request';
import type { Found } from './find-command';

export interface RouteCommandOptions {
  handlers: HandlerMap;
  hooks: Hooks;
  /** Called for handlers that run on after their deadline. */
  admission: Admission;
  /** Longest time for a handler, counted from the request's arrival, in milliseconds. */
  deadlineMs: number;
}

/** Only this step is also called elsewhere, by the worker of an inbox. */
type Routed = Result<Judged> | Later<Judged>;

type Needs = Found & Decoded & Accepted & { shed?: Failure | undefined; trace?: GuardedTrace | undefined };

/** Calls the handler of the command, and waits for it until the deadline. */
export function routeCommand(options: RouteCommandOptions): (known: Needs) => Routed {
  const { handlers, hooks, admission, deadlineMs } = options;
  // Their timer keeps no process alive: a hanging handler must not keep a drained one.
  const deadlines = timeLimits();
  return function routeCommand(known) {
    const { command, event, dropped, shed, outcome, trace } = known;
    if (outcome !== undefined) return right({ verdict: undefined, outcome }); // it is in the inbox
    if (shed !== undefined) return left(shed);
    if (command === undefined) {
      tell(hooks, 'onUnknownCommand', event, event);
      return right({ verdict: undefined, outcome: 'unknown' });
    }
    if (dropped.length > 0) report(hooks, { kind: 'fieldsDropped', problems: dropped }, event);
    tell(hooks, 'onAny', event, event);
    const handler = handlers[command.handler];
    if (handler === undefined) return right({ verdict: undefined, outcome: 'unhandled' });
    return callHandler(() => onBehalfOf(event, handler, event), command, event, trace && timed(trace, command));
  };

  function callHandler(
    call: () => unknown,
    command: AnyCommand,
    event: DecodedEvent,
    ended: Ended | undefined,
  ): Routed {
    const judge = (returned: unknown) => judgeSafely(command, returned, event.body);
    try {
      const returned = call();
      if (isPromise(returned)) return byDeadline(returned, judge, event, ended);
      const judged = judge(returned);
      // While a handler blocks, no answer can be sent in its place; its verdict goes out, most likely too late.
      const late = event.remainingMs() === 0;
      ended?.(judged, late);
      if (late) reportLate(event, judged);
      return judged;
    } catch (cause) {
      const failure = failed(cause);
      ended?.(failure, false);
      return failure;
    }
  }

  /** The deadline begins here, so that a handler that answers at once never has one. */
  function byDeadline(
    work: Promise<unknown>,
    judge: (returned: unknown) => Either<Failure, Judged>,
    event: DecodedEvent,
    ended: Ended | undefined,
  ): Later<Judged> {
    return (done) => {
      let late = false;
      const deadline = deadlines.start(event.remainingMs(), () => {
        late = true;
        admission.extend();
        done(left({ kind: 'deadlinePassed', deadlineMs }));
        event.expire();
      });

      const end = (result: Either<Failure, Judged>) => {
        deadlines.stop(deadline);
        // A handler that blocked past the deadline arrives here before the timer, because it kept the timer from firing.
        const blocked = !late && event.remainingMs() === 0;
        ended?.(result, late || blocked);
        if (!late) done(result);
        else admission.leave();
        if (late || (blocked && isRight(result))) reportLate(event, result);
      };
      event.running = follow(
        work,
        (returned) => end(judge(returned)),
        (cause) => end(failed(cause)),
      );
    };
  }

  function reportLate(event: DecodedEvent, result: Either<Failure, Judged>): void {
    const cause = isLeft(result) && isKind(result.left, 'handlerFailed') ? result.left.cause : undefined;
    report(hooks, { kind: 'finishedLate', ms: Math.round(event.ageMs()), cause }, event);
  }
}

/** Told how a handler ended, and whether that was after its deadline. */
type Ended = (result: Either<Failure, Judged>, late: boolean) => void;

/** Measures the duration for telemetry, from now on. */
function timed(trace: GuardedTrace, { vendor, wire, phase }: AnyCommand): Ended {
  const startedAt = performance.now();
  return (result, late) => {
    const failure = isLeft(result) ? result.left.kind : late ? 'deadlinePassed' : undefined;
    trace.handled({ vendor, command: wire, phase, ms: performance.now() - startedAt, failure });
  };
}

/** A verdict may be a Proxy, or have getters that throw; that is the handler's failure like any other. */
function judgeSafely(command: AnyCommand, returned: unknown, body: unknown): Either<Failure, Judged> {
  try {
    return checkVerdict(command, returned, body);
  } catch (cause) {
    return failed(cause);
  }
}

function failed(cause: unknown): Either<Failure, never> {
  // `throw undefined` is legal, and a cause must be told from none.
  return left({
    kind: 'handlerFailed',
    cause: cause ?? new Error(`the handler threw ${cause === null ? 'null' : 'undefined'}`),
  });
}
