import { keyOf } from '../callback/event';
import { shown } from '../callback/failure';
import { type Hooks, tell } from '../observe/hooks';
import type { TracedRecord } from '../observe/telemetry';
import type { Admission } from './admission';
import type { CallbackRecord } from './record';

/** Who is told that a callback has ended. */
export interface SettleOptions {
  hooks: Hooks;
  admission: Admission;
}

/** Ends a callback: gives its place back and tells `onSettled`. The flat record is made only for somebody who asked for it. */
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

/** As with the key: when it happened is worked out of the body, which is the handler's by now. */
function delayOf({ event, receivedAt }: CallbackRecord): number | undefined {
  try {
    const at = event?.occurredAt?.getTime();
    return at === undefined ? undefined : receivedAt - at;
  } catch {
    return undefined;
  }
}
