import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { explain } from '../codecs';
import type { AnyCommand } from '../command';
import { DecodedEvent, type EventSource } from '../event';
import type { Failure } from '../failure';
import type { Step } from '../pipeline';
import type { Found } from './find-command';
import type { JsonObject } from './parse-body';

/** Decodes the body with the command's codec and makes the event. A body of an unknown command stays as parsed. */
export function decodeRequest(
  deadlineMs: number,
): Step<EventSource & Found & { body: JsonObject }, { event: DecodedEvent }> {
  return function decodeRequest(known) {
    const decoded = decodeBody(known.command, known.body);
    if (E.isLeft(decoded)) return decoded;
    return E.right({ event: new DecodedEvent(known, known.command, decoded.right, deadlineMs) });
  };
}

/**
 * Most bodies need no change, so they are only looked at (`is`); `validate` runs to normalise one or to explain a
 * failure. Nesting deep enough to exhaust the stack is the sender's error.
 */
export function decodeBody(command: AnyCommand | undefined, body: unknown): E.Either<Failure, unknown> {
  if (command === undefined) return E.right(body);
  const { request } = command;
  try {
    if (request.is(body)) return E.right(body);
    const decoded = request.validate(body, [{ key: '', type: request, actual: body }]);
    return E.mapLeft((errors: t.Errors): Failure => ({ kind: 'undecodable', problems: explain(errors) }))(decoded);
  } catch (error) {
    if (error instanceof RangeError) return E.left({ kind: 'bodyUnreadable', reason: 'it is nested too deeply' });
    throw error;
  }
}
