import * as E from 'fp-ts/lib/Either.js';
import type { DecodedEvent } from '../../callback/event';
import { describe, type Failure } from '../../callback/failure';
import type { HandlerMap } from '../../callback/handlers';
import { isAnswered } from '../../catalogue/command';
import { type Hooks, type Outcome, report } from '../../observe/hooks';
import type { GuardedTrace } from '../../observe/safe-trace';
import type { Step, StepResult } from '../pipeline';
import type { Decoded } from './decode-request';
import type { Found } from './find-command';

export interface HowToStore {
  /** Whether there is a handler for it here. */
  readonly expected: boolean;
  /** What telemetry wants to find again. */
  readonly trace?: string | undefined;
}

/** What the step sees of an inbox. */
export interface InboxAccess {
  /** Whether also what nobody here has a handler for is stored, because the workers are other processes. */
  readonly storesAll: boolean;
  /** Rejects with `NestedTooDeeply` for a body that cannot be written down. */
  accept(event: DecodedEvent, how: HowToStore): Promise<{ fresh: boolean }>;
  bury(event: DecodedEvent, error: string, how: HowToStore): Promise<void>;
}

export interface AcceptIntoInboxOptions {
  inbox: InboxAccess;
  handlers: HandlerMap;
  hooks: Hooks;
}

/** An outcome stands for "the ACK is due": `routeCommand` has nothing to do then. */
export interface Accepted {
  outcome?: Outcome;
  failure?: Failure;
}

type Needs = Found & Decoded & { shed?: Failure | undefined; trace?: GuardedTrace | undefined };

/**
 * Stores an after-callback before it is acknowledged; its handler runs later, from the inbox. A body that does not fit its
 * codec is kept as a dead letter. Before-callbacks, callbacks whose handler answers, unknown commands and those that nobody
 * here would handle go on as they are.
 */
export function acceptIntoInbox({ inbox, handlers, hooks }: AcceptIntoInboxOptions): Step<Needs, Accepted> {
  return function acceptIntoInbox({ command, event, dropped, misfit, shed, trace }) {
    if (command === undefined || command.phase === 'before' || isAnswered(command) || shed !== undefined)
      return E.right({});
    const expected = handlers[command.handler] !== undefined;
    if (!expected && !inbox.storesAll && hooks.onAny === undefined)
      return misfit === undefined ? E.right({}) : E.left(misfit);
    if (dropped.length > 0) report(hooks, { kind: 'fieldsDropped', problems: dropped }, event);
    const how = { expected, trace: trace?.carry() };
    return inTime(event, misfit === undefined ? accept(event, how) : bury(event, misfit, how));
  };

  async function accept(event: DecodedEvent, how: HowToStore): Promise<Accepted> {
    const { fresh } = await inbox.accept(event, how);
    return { outcome: fresh ? 'stored' : 'duplicate' };
  }

  async function bury(event: DecodedEvent, failure: Failure, how: HowToStore): Promise<Accepted> {
    await inbox.bury(event, describe(failure), how);
    report(hooks, failure, event);
    return { outcome: 'buried', failure };
  }
}

/** The sender waits no longer than the deadline. What is stored after it is stored all the same, and may come again. */
function inTime(event: DecodedEvent, storing: Promise<Accepted>): StepResult<Accepted> {
  return new Promise((resolve) => {
    const unavailable = (cause: unknown) =>
      resolve(E.left(cause instanceof NestedTooDeeply ? tooDeep : { kind: 'inboxUnavailable', cause }));
    const timer = setTimeout(
      () => unavailable(new Error('it did not answer before the deadline')),
      event.remainingMs(),
    );
    storing.then((accepted) => resolve(E.right(accepted)), unavailable).finally(() => clearTimeout(timer));
  });
}

/** A body that could be parsed, but is too deep to be written down again. */
export class NestedTooDeeply extends Error {}

const tooDeep: Failure = { kind: 'bodyUnreadable', reason: 'it is nested too deeply' };
