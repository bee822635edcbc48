import { errorMessage } from '../error-message';
import type { InboxFault, StoredDelivery } from '../inbox';
import type { Scheduler } from '../scheduler';
import { makeHandover } from './handover';
import { atMostOnceAMinute } from './once-a-minute';
import type { DueTicket, WaitingTable } from './waiting';

/** Gives the stored deliveries to the scheduler, each once and in the order of their ids. */
export interface Intake {
  /** There may be more in the file. */
  wake(): void;
  /** Called for a delivery that this process has just stored. */
  stored(id: number, delivery: StoredDelivery): void;
  /** The delivery, if it is still in memory; only at its first attempt. */
  take(id: number): StoredDelivery | undefined;
  stop(): void;
}

export interface IntakeNeeds {
  /** The connection to the file that is open now. */
  waiting(): WaitingTable;
  scheduler: Pick<Scheduler, 'add'>;
  fault(fault: InboxFault): void;
}

/** Tickets that are read at once; a large backlog must not stop the event loop. */
const portion = 1000;
/** How often tickets could not be read, once a second, before the worker counts as stalled. */
const patience = 5;

/**
 * A delivery that was just stored comes from memory if its id follows the last one taken in. If an id is missing in between, another
 * process may have stored it: then all are read from the file, as after a start.
 */
export function makeIntake({ waiting, scheduler, fault }: IntakeNeeds): Intake {
  const handover = makeHandover();
  const isNews = atMostOnceAMinute();
  let fresh: { id: number; lane: string | undefined }[] = [];
  let lastId = 0;
  let isBehind = true;
  let failures = 0;
  let planned: NodeJS.Immediate | undefined;
  let stopped = false;

  /** Runs in a later turn of the event loop, so that the ACKs of the last commit are sent before handlers begin. */
  function plan(): void {
    if (!stopped) planned ??= setImmediate(takeIn);
  }

  function takeIn(): void {
    planned = undefined;
    const arrived = fresh;
    fresh = [];
    for (const { id, lane } of arrived) {
      if (id > lastId + 1) isBehind = true;
      if (id !== lastId + 1) continue;
      lastId = id;
      scheduler.add({ id, lane, attempts: 0, firstFailedAt: undefined });
    }
    if (isBehind) load();
  }

  function load(): void {
    const loaded = ticketsAfter(lastId);
    isBehind = loaded.length === portion;
    for (const { ticket, inMs } of loaded) {
      lastId = ticket.id;
      scheduler.add(ticket, inMs);
    }
    if (isBehind) plan();
  }

  /** Deliveries that cannot be read now are taken in within a second. */
  function ticketsAfter(id: number): DueTicket[] {
    try {
      const loaded = waiting().after(id, portion);
      failures = 0;
      return loaded;
    } catch (cause) {
      failures += 1;
      const message = `the inbox cannot be read, and is tried again every second: ${errorMessage(cause)}`;
      if (failures >= patience && isNews()) fault({ fault: 'stalled', message, cause });
      return [];
    }
  }

  return {
    wake() {
      isBehind = true;
      plan();
    },
    stored(id, delivery) {
      if (stopped) return;
      fresh.push({ id, lane: delivery.conversation });
      handover.put(id, delivery);
      plan();
    },
    take: handover.take,
    stop() {
      stopped = true;
      clearImmediate(planned);
    },
  };
}
