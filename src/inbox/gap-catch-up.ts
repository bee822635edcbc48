import * as E from 'fp-ts/lib/Either.js';
import type { DecodedEvent } from '../callback/event';
import { commandOf } from '../vendors/commands';
import type { SequenceStore, StoredDelivery } from './inbox';
import { fromStore } from './stored-event';

/** More deliveries than a process accepts before it has stored their numbers. */
const most = 1000;
/** How many at once, so that the event loop is not blocked. */
const portion = 100;

/**
 * Counts the message numbers of the latest deliveries: the process that accepted them may have died before counting them, and
 * their handling may come later than the grace time of a gap. Rejects when the store is unreachable.
 */
export async function catchUp(
  { latest }: Pick<SequenceStore, 'latest'>,
  count: (event: DecodedEvent) => Promise<void>,
): Promise<void> {
  const left = [...((await latest?.(most)) ?? [])];
  while (left.length > 0) {
    const events = left.splice(0, portion).flatMap(eventOf);
    await Promise.all(events.map(count));
  }
}

/** Undefined for an unknown or unreadable delivery: its worker reports that. */
function eventOf(delivery: StoredDelivery): DecodedEvent[] {
  const command = commandOf(delivery.vendor, delivery.wire);
  if (command === undefined) return [];
  try {
    const event = fromStore({ delivery, attempt: 1 }, command, 0);
    return E.isRight(event) ? [event.right] : [];
  } catch {
    return [];
  }
}
