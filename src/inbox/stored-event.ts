import * as E from 'fp-ts/lib/Either.js';
import { DecodedEvent, type EventSource } from '../callback/event';
import type { Failure } from '../callback/failure';
import type { AnyCommand } from '../catalogue/command';
import { type HowToStore, NestedTooDeeply } from '../flow/steps/accept-into-inbox';
import { decodeBody } from '../flow/steps/decode-request';
import { commandOf } from '../vendors/commands';
import type { Attempt, StoredDelivery } from './inbox';
import { withoutSecrets } from './without-secrets';

/** A delivery as it is stored: without the fields that the catalogue marks as secrets of the vendor's server or of a user. */
export function toStore(event: DecodedEvent, { expected, traceContext }: HowToStore): StoredDelivery {
  const { key, isIdentified, conversation, vendor, wire, appId, operationID, query } = event;
  const secrets = commandOf(vendor, wire)?.secretInBody ?? [];
  return {
    key,
    identified: isIdentified,
    conversation,
    vendor,
    wire,
    appId,
    operationID,
    receivedAt: event.receivedAt.getTime(),
    query,
    expected,
    ...(traceContext !== undefined && { traceContext }),
    body: bodyText(withoutSecrets(event.body, secrets)),
  };
}

function bodyText(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    if (error instanceof RangeError) throw new NestedTooDeeply();
    throw error;
  }
}

/**
 * The event of a stored delivery. The body is decoded again: it may have been buried because it did not fit, or have been
 * stored by an older version of the catalogue. The handler has `timeoutMs` from now on.
 */
export function fromStore(
  { delivery, attempt, transaction }: Pick<Attempt, 'delivery' | 'attempt' | 'transaction'>,
  command: AnyCommand,
  timeoutMs: number,
): E.Either<Failure, DecodedEvent> {
  const decoded = decodeBody(command, JSON.parse(delivery.body), true);
  if (E.isLeft(decoded)) return decoded;
  const transact: EventSource['transact'] = transaction && ((work, signal) => transaction.run(work, signal));
  const source = { ...delivery, vendor: command.vendor, attempt, startedAt: performance.now(), transact };
  return E.right(new DecodedEvent(source, command, decoded.right.body, timeoutMs));
}
