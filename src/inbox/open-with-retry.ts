import { warnOnce } from '../observe/warn';
import { errorMessage } from './error-message';
import type { Acceptance, Consumer, Inbox, InboxStatus, StoredDelivery } from './inbox';

/** Retries opening an inbox until it is open, then starts its worker. */
export interface Supervised {
  /** Resolves with what the inbox promises; rejects with the reason why it cannot be used, and opening is retried. */
  ready(): Promise<InboxStatus>;
  accept(delivery: StoredDelivery): Promise<Acceptance>;
  bury(delivery: StoredDelivery, error: string): Promise<void>;
  /** Hands out no more deliveries; resolves with how many still ran after `timeoutMs`. */
  stop(timeoutMs: number): Promise<number>;
  close(): Promise<void>;
}

/** Wait between two tries to open an inbox, in milliseconds. */
const retryMs = 1000;

export function supervise(inbox: Inbox, consume: ((inbox: Inbox) => Promise<Consumer>) | undefined): Supervised {
  let opening: Promise<InboxStatus> | undefined;
  let isOpen = false;
  let stopping = false;
  let consumer: Consumer | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** One try at a time; calls within a second of a failed try get its error. */
  function open(): Promise<InboxStatus> {
    opening ??= start().catch((error) => {
      warnOnce(`the inbox could not be opened and is tried again every second: ${errorMessage(error)}`);
      timer = setTimeout(reopen, retryMs);
      timer.unref();
      throw error;
    });
    return opening;
  }

  function reopen(): void {
    opening = undefined;
    if (!stopping) open().catch(() => undefined); // reported above
  }

  async function start(): Promise<InboxStatus> {
    const status = await inbox.open();
    isOpen = true;
    for (const note of status.notes) warnOnce(note);
    if (!stopping) consumer = await consume?.(inbox);
    return status;
  }

  return {
    // Asks again, because an inbox may have lost its store since.
    ready: () => open().then(() => inbox.open()),
    accept: (delivery) => (isOpen ? inbox.accept(delivery) : open().then(() => inbox.accept(delivery))),
    bury: (delivery, error) => (isOpen ? inbox.bury(delivery, error) : open().then(() => inbox.bury(delivery, error))),
    async stop(timeoutMs) {
      stopping = true;
      clearTimeout(timer);
      await opening?.catch(() => undefined);
      return consumer === undefined ? 0 : consumer.stop(timeoutMs);
    },
    close: () => inbox.close(),
  };
}
