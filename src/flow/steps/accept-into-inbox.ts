import { left, right } from 'fp-ts/lib/Either.js';
import type { DecodedEvent } from '../../callback/event';
import { describe, type Failure } from '../../callback/failure';
import type { HandlerMap } from '../../callback/handlers';
import type { Outcome } from '../../callback/outcome';
import { isAnswered } from '../../catalogue/command';
import { type Hooks, report } from '../../observe/hooks';
import type { GuardedTrace } from '../../observe/safe-trace';
import { timeLimits } from '../../promises/time-limits';
import type { Result } from '../result';
import type { Later, Step } from '../step';
import type { Decoded } from './decode-request';
import type { Found } from './find-command';

export interface HowToStore {
  /** Whether this process has a handler for it. */
  readonly expected: boolean;
  /** Data that telemetry reads back later. */
  readonly traceContext?: string | undefined;
}

/** What the step sees of an inbox. */
export interface InboxAccess {
  /** Whether to store callbacks without a handler here as well, because other processes are the workers. */
  readonly storesAll: boolean;
  /** Rejects with `NestedTooDeeply` for a body that cannot be serialised. */
  accept(event: DecodedEvent, how: HowToStore): Promise<{ fresh: boolean }>;
  bury(event: DecodedEvent, error: string, how: HowToStore): Promise<void>;
}

export interface AcceptIntoInboxOptions {
  /** Undefined: nothing is stored, and handlers run before the ACK. */
  inbox: InboxAccess | undefined;
  handlers: HandlerMap;
  hooks: Hooks;
}

/** With an outcome the ACK is due: then `routeCommand` has nothing to do. */
export interface Accepted {
  outcome?: Outcome;
  failure?: Failure;
}

type Needs = Found & Decoded & { shed?: Failure | undefined; trace?: GuardedTrace | undefined };

/**
 * Stores an after-callback before it is acknowledged; its handler runs later, from the inbox. A body that does not fit its codec
 * is kept as a dead letter. Before-callbacks, callbacks whose handler answers, unknown commands and those without a handler here
 * continue unchanged.
 */
export function acceptIntoInbox(options: AcceptIntoInboxOptions): Step<Needs, Accepted> | undefined {
  const { inbox, handlers, hooks } = options;
  if (inbox === undefined) return undefined;
  const deadlines = timeLimits();

  return function acceptIntoInbox({ command, event, dropped, misfit, shed, trace }) {
    if (command === undefined || command.phase === 'before' || isAnswered(command) || shed !== undefined)
      return right({});
    const expected = handlers[command.handler] !== undefined;
    if (!expected && !inbox.storesAll && hooks.onAny === undefined)
      return misfit === undefined ? right({}) : left(misfit);
    if (dropped.length > 0) report(hooks, { kind: 'fieldsDropped', problems: dropped }, event);
    const how = { expected, traceContext: trace?.carry() };
    const ms = event.remainingMs();
    if (misfit === undefined) return beforeDeadline(inbox.accept(event, how), ms, acceptedAs);
    return beforeDeadline(inbox.bury(event, describe(misfit), how), ms, () => {
      report(hooks, misfit, event);
      return { outcome: 'buried', failure: misfit };
    });
  };

  /** The sender waits no longer than the deadline. What is stored after it is stored all the same, and may come again. */
  function beforeDeadline<T>(storing: Promise<T>, ms: number, conclude: (stored: T) => Accepted): Later<Accepted> {
    return (done) => {
      let isWaiting = true;
      const end = (result: Result<Accepted>) => {
        if (isWaiting) done(result);
        isWaiting = false;
      };
      const deadline = deadlines.start(ms, () => end(left(tooLate())));
      storing.then(
        (stored) => {
          deadlines.stop(deadline);
          end(right(conclude(stored)));
        },
        (cause) => {
          deadlines.stop(deadline);
          end(left(cause instanceof NestedTooDeeply ? tooDeep : { kind: 'inboxUnavailable', cause }));
        },
      );
    };
  }
}

const acceptedAs = ({ fresh }: { fresh: boolean }): Accepted => ({ outcome: fresh ? 'stored' : 'duplicate' });

function tooLate(): Failure {
  return { kind: 'inboxUnavailable', cause: new Error('it did not answer before the deadline') };
}

/** A body that could be parsed, but is nested too deeply to be serialised again. */
export class NestedTooDeeply extends Error {}

const tooDeep: Failure = { kind: 'bodyUnreadable', reason: 'it is nested too deeply' };
