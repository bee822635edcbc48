import { keyOf } from './event';
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
  const key = keyOf(event);
  const settled = {
    vendor,
    command: name,
    phase: command?.phase,
    appId,
    operationID,
    key,
    outcome: record.outcome ?? 'failed',
    failure: failure?.kind,
    status,
    ms: performance.now() - startedAt,
    attempt: undefined,
  };
  tell(hooks, 'onSettled', settled, { vendor, command: name, operationID, key });
}
