import { type Hooks, tell } from './hooks';
import type { CallbackRecord } from './record';

/** Tells `onSettled` how a callback ended. The flat record is made only for somebody who asked for it. */
export function settle(record: CallbackRecord, hooks: Hooks): void {
  if (hooks.onSettled === undefined) return;
  const { vendor, appId, operationID, command, event, failure, status, startedAt } = record;
  const name = command?.wire ?? record.wire;
  tell(
    hooks,
    'onSettled',
    {
      vendor,
      command: name,
      phase: command?.phase,
      appId,
      operationID,
      key: event?.key,
      outcome: record.outcome ?? 'failed',
      failure: failure?.kind,
      status,
      ms: performance.now() - startedAt,
    },
    { vendor, command: name, operationID },
  );
}
