import { keyOf } from '../callback/event';
import { shown } from '../callback/failure';
import { type Hooks, tell } from '../observe/hooks';
import type { TracedRecord } from '../observe/telemetry';
import type { Admission } from './admission';
import type { CallbackRecord } from './record';

/** The listeners that a callback has ended. */
export interface SettleOptions {
  hooks: Hooks;
  admission: Admission;
}

/** Ends a callback: releases its place and calls `onSettled`. The flat record is made only when there is a hook for it. */
export function settle(record: CallbackRecord, { hooks, admission }: SettleOptions): void {
  if (record.admitted) {
    record.admitted = false;
    admission.leave();
  }
  const { trace } = record;
  if (hooks.onSettled === undefined && trace === undefined) return;
  const { vendor, appId, operationID, command, event, failure, status, startedAt } = record;
  const name = command?.wire ?? (record.wire === undefined ? undefined : shown(record.wire));
  const traced: TracedRecord = {
    vendor,
    command: name,
    phase: command?.phase,
    appId,
    operationID,
    outcome: record.outcome ?? 'failed',
    failure: failure?.kind,
    status,
    delayMs: delayOf(record),
    ms: performance.now() - startedAt,
    attempt: undefined,
  };
  trace?.settled(traced);
  if (hooks.onSettled === undefined) return;
  const key = keyOf(event);
  tell(hooks, 'onSettled', { ...traced, key }, { vendor, command: name, operationID, key });
}

/** May throw, like the key: both are computed from the body, and the handler may have changed that. */
function delayOf({ event, receivedAt }: CallbackRecord): number | undefined {
  try {
    const at = event?.occurredAt?.getTime();
    return at === undefined ? undefined : receivedAt - at;
  } catch {
    return undefined;
  }
}
