import { type Either, isLeft, left, right } from 'fp-ts/lib/Either.js';
import { DecodedEvent, type EventSource } from '../../callback/event';
import type { Failure } from '../../callback/failure';
import type { AnyCommand } from '../../catalogue/command';
import { type DecodeProblem, explain, forgetPrototype, lookAtPrototype, withDropped } from '../../codecs';
import type { Step } from '../step';
import type { Found } from './find-command';
import type { JsonObject } from './parse-body';

export interface Decoded {
  event: DecodedEvent;
  /** The parts of the body that did not fit and were dropped. */
  dropped: readonly DecodeProblem[];
  /** Why the body of `event` is not decoded: it does not fit the command, and is kept for inspection. */
  misfit?: Failure;
}

type Needs = EventSource & Found & { body: JsonObject; parsedHere?: boolean };

export interface DecodeRequestOptions {
  /** Longest time for a handler, counted from the request's arrival, in milliseconds. */
  deadlineMs: number;
  /** It buries bodies that do not fit; here only its presence counts. */
  inbox?: object | undefined;
}

/**
 * Decodes the body with the command's codec and makes the event. A body of an unknown command stays as parsed. With an inbox,
 * so does that of an after-callback which does not fit, for the inbox to bury it.
 */
export function decodeRequest({ deadlineMs, inbox }: DecodeRequestOptions): Step<Needs, Decoded> {
  return function decodeRequest(known) {
    const decoded = decodeBody(known.command, known.body, known.parsedHere);
    if (isLeft(decoded)) {
      const misfit = decoded.left;
      if (inbox === undefined || misfit.kind !== 'undecodable' || known.command?.phase !== 'after') return decoded;
      return right({ event: new DecodedEvent(known, undefined, known.body, deadlineMs), dropped: nothing, misfit });
    }
    const { body, dropped } = decoded.right;
    return right({ event: new DecodedEvent(known, known.command, body, deadlineMs), dropped });
  };
}

const nothing: readonly DecodeProblem[] = [];

/**
 * Most bodies need no change, so `is` only checks them; `validate` runs to normalise one or to explain a failure. Nesting deep
 * enough to exhaust the stack is the sender's error.
 */
export function decodeBody(
  command: AnyCommand | undefined,
  body: unknown,
  inPlace = false,
): Either<Failure, { body: unknown; dropped: readonly DecodeProblem[] }> {
  if (command === undefined) return right({ body, dropped: nothing });
  const { request } = command;
  lookAtPrototype();
  try {
    if (request.is(body)) return right({ body, dropped: nothing });
    const { result, dropped } = withDropped(() => request.validate(body, [{ key: '', type: request, actual: body }]), {
      inPlace,
    });
    if (isLeft(result)) return left({ kind: 'undecodable', problems: explain(result.left) });
    return right({ body: result.right, dropped: dropped.length === 0 ? nothing : explain(dropped) });
  } catch (error) {
    if (error instanceof RangeError) return left({ kind: 'bodyUnreadable', reason: 'it is nested too deeply' });
    throw error;
  } finally {
    forgetPrototype();
  }
}
