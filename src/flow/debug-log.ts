import { debuglog } from 'node:util';
import { isPromise } from '../promises/is-promise';
import type { FlowParts } from './parts';
import type { CallbackRecord } from './record';
import type { Result } from './result';
import type { PlacedStep } from './step';

/**
 * `NODE_DEBUG=im-callbacks` prints the walk of each request to standard error: a line a step with its time in milliseconds.
 * It shows no content, user ids or secrets. The variable is read when the list is made; without it the list is unchanged.
 */
export function logged(parts: FlowParts): FlowParts {
  const log = debuglog('im-callbacks');
  if (!log.enabled) return parts;
  const { openRecord, steps, sendAck, sendFailure } = parts;

  const print = (record: CallbackRecord, name: string, since: number, result: string) =>
    log(
      '%s %s %s %s ms %s',
      record.operationID || '-',
      record.vendor,
      name,
      (performance.now() - since).toFixed(3),
      result,
    );

  return {
    openRecord: named(openRecord.name, (req, res, request) => {
      const since = performance.now();
      const record = openRecord(req, res, request);
      print(record, openRecord.name, since, 'ok');
      return record;
    }),
    steps: steps.map((step) => named(step.name, timed(step, print))),
    sendAck: named(sendAck.name, (record, res) => {
      const since = performance.now();
      sendAck(record, res);
      print(record, sendAck.name, since, `${record.status} ${record.outcome}, ${sinceArrival(record)} ms in all`);
    }),
    sendFailure: named(sendFailure.name, (error, record, req, res) => {
      const since = performance.now();
      sendFailure(error, record, req, res);
      print(
        record,
        sendFailure.name,
        since,
        `${record.status} ${record.failure?.kind}, ${sinceArrival(record)} ms in all`,
      );
    }),
  };
}

type Print = (record: CallbackRecord, name: string, since: number, result: string) => void;

function timed(step: PlacedStep, print: Print): PlacedStep {
  return (record) => {
    const since = performance.now();
    const told = (result: Result<object>): Result<object> => {
      print(record, step.name, since, result._tag === 'Left' ? result.left.kind : 'ok');
      return result;
    };
    const result = step(record);
    if (typeof result === 'function') return (done) => result((settled) => done(told(settled)));
    return isPromise(result) ? result.then(told) : told(result);
  };
}

function sinceArrival({ startedAt }: CallbackRecord): string {
  return (performance.now() - startedAt).toFixed(1);
}

function named<T extends object>(name: string, entry: T): T {
  return Object.defineProperty(entry, 'name', { value: name });
}
