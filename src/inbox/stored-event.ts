import * as E from 'fp-ts/lib/Either.js';
import { DecodedEvent, type EventSource } from '../callback/event';
import type { Failure } from '../callback/failure';
import type { AnyCommand } from '../catalogue/command';
import { jsonIn } from '../flow/parse-json';
import { type HowToStore, NestedTooDeeply } from '../flow/steps/accept-into-inbox';
import { decodeBody } from '../flow/steps/decode-request';
import { commandOf } from '../vendors/commands';
import { keepDecoded, takeDecoded } from './decoded-body';
import type { Attempt, StoredDelivery } from './inbox';
import { withoutSecrets } from './without-secrets';

/**
 * A delivery to be handled. Its first attempt gets the body that was decoded for the request if that is exactly what is stored: code of
 * the host may have changed a body that it saw, and secrets are not stored.
 */
export function toHandle(event: DecodedEvent, how: HowToStore): StoredDelivery {
  const delivery = toStore(event, how);
  if (isStoredAsItCame(event)) keepDecoded(delivery, event.body);
  return delivery;
}

/** A delivery as it is stored: without what the catalogue says is a secret of the vendor's server or of a user. */
export function toStore(event: DecodedEvent, { expected, traceContext }: HowToStore): StoredDelivery {
  const { key, isIdentified, conversation, vendor, wire, appId, operationID, query } = event;
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
    body: bodyText(event),
  };
}

function secretsOf({ vendor, wire }: DecodedEvent): readonly string[] {
  return commandOf(vendor, wire)?.secretInBody ?? [];
}

/** The original text: serialising the body again would cost more than the rest of storing it. */
function isStoredAsItCame(event: DecodedEvent): boolean {
  return event.received !== undefined && secretsOf(event).length === 0;
}

function bodyText(event: DecodedEvent): string {
  const { received } = event;
  if (received !== undefined && isStoredAsItCame(event)) return jsonIn(received);
  return written(withoutSecrets(event.body, secretsOf(event)));
}

function written(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    if (error instanceof RangeError) throw new NestedTooDeeply();
    throw error;
  }
}

/**
 * The event of a stored delivery. Every attempt but the first decodes the body again: it may have been buried because
 * it did not fit, or have been stored by an older version of the catalogue. The handler has `timeoutMs` from now on.
 */
export function fromStore(
  stored: Pick<Attempt, 'delivery' | 'attempt' | 'transaction'> & Partial<Pick<Attempt, 'signal'>>,
  command: AnyCommand,
  timeoutMs: number,
): E.Either<Failure, DecodedEvent> {
  const { delivery, attempt, transaction } = stored;
  const live = attempt === 1 ? takeDecoded(delivery) : undefined;
  const decoded = live === undefined ? decodeBody(command, JSON.parse(delivery.body), true) : E.right({ body: live });
  if (E.isLeft(decoded)) return decoded;
  const transact: EventSource['transact'] = transaction && ((work, signal) => transaction.run(work, signal));
  const source = {
    ...delivery,
    vendor: command.vendor,
    attempt,
    startedAt: performance.now(),
    transact,
    stopping: stored,
  };
  return E.right(new DecodedEvent(source, command, decoded.right.body, timeoutMs));
}
