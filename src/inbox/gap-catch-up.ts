import * as E from 'fp-ts/lib/Either.js';
import type { DecodedEvent } from '../callback/event';
import { commandOf } from '../vendors/commands';
import type { SequenceStore, StoredDelivery } from './inbox';
import { fromStore } from './stored-event';

/** More than a process accepts before the numbers of what it has accepted are stored. */
const most = 1000;
/** So many at once, for the event loop to go on. */
const portion = 100;

/**
 * Counts the numbers of what was accepted last: the process that did so may have died before it had counted them, and to be handled
 * they may have to wait for longer than a gap is kept. Rejects where the store is away.
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

/** None of what this version does not know, or cannot read: whoever handles it has more to say about it. */
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
