import { shown } from './failure';
import { type Hooks, tell } from './hooks';
import type { Load } from './load';
import type { CallbackRecord } from './record';

/** Who is told that a callback has ended. */
export interface SettleOptions {
  hooks: Hooks;
  load: Load;
}

/** Ends a callback: gives its place back and tells `onSettled`. The flat record is made only for somebody who asked for it. */
export function settle(record: CallbackRecord, { hooks, load }: SettleOptions): void {
  if (record.admitted) {
    record.admitted = false;
    load.leave();
  }
  if (hooks.onSettled === undefined) return;
  const { vendor, appId, operationID, command, event, failure, status, startedAt } = record;
  const name = command?.wire ?? (record.wire === undefined ? undefined : shown(record.wire));
  const settled = {
    vendor,
    command: name,
    phase: command?.phase,
    appId,
    operationID,
    key: keyOf(event),
    outcome: record.outcome ?? 'failed',
    failure: failure?.kind,
    status,
    ms: performance.now() - startedAt,
    attempt: undefined,
  };
  tell(hooks, 'onSettled', settled, { vendor, command: name, operationID });
}

/** The key is worked out when it is asked for, and a handler may have emptied the body it is made of. */
function keyOf(event: CallbackRecord['event']): string | undefined {
  try {
    return event?.key;
  } catch {
    return undefined;
  }
}
