import type { BatchObservableResult, Meter } from '@opentelemetry/api';
import type { Inbox, InboxStats } from '../inbox/inbox';
import { within } from '../promises/within';

/** Longest wait for the numbers, in milliseconds: a store that hangs must not keep all other metrics from being read. */
const patienceMs = 2000;

/** Reports the state of the inbox each time metrics are read, until the returned function is called. */
export function observeInbox(meter: Meter, inbox: Pick<Inbox, 'stats'>): () => void {
  const gauge = (name: string, description: string, unit = '{delivery}') =>
    meter.createObservableGauge(name, { description, unit });
  const waiting = gauge('im.inbox.waiting', 'Deliveries that wait for their first or next attempt');
  const running = gauge('im.inbox.running', 'Deliveries that are being handled');
  const dead = gauge('im.inbox.dead', 'Dead letters');
  const oldest = gauge('im.inbox.oldest', 'How long the oldest delivery has been stored; 0 when there is none', 's');
  const up = gauge('im.inbox.up', '1 when the inbox could be read, 0 when not', '{inbox}');
  const gauges = [waiting, running, dead, oldest, up];

  async function observe(result: BatchObservableResult): Promise<void> {
    const stats = await currentStats(inbox);
    result.observe(up, stats === undefined ? 0 : 1);
    if (stats === undefined) return; // the SDK may go on showing the last values; hence `up`
    result.observe(waiting, stats.waiting);
    result.observe(running, stats.running);
    result.observe(dead, stats.dead);
    result.observe(oldest, (stats.oldestMs ?? 0) / 1000);
  }
  meter.addBatchObservableCallback(observe, gauges);
  return () => meter.removeBatchObservableCallback(observe, gauges);
}

/** The numbers; undefined when the store is not open, unreachable or slow. */
async function currentStats(inbox: Pick<Inbox, 'stats'>): Promise<InboxStats | undefined> {
  try {
    return await within(patienceMs, inbox.stats(), () => undefined);
  } catch {
    return undefined;
  }
}
