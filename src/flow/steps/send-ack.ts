import type { Outcome } from '../../observe/hooks';
import type { LearningMiddleware } from '../pipeline';
import { type CallbackRecord, recordOf } from '../record';
import { type SettleOptions, settle } from '../settle';

/** One of the two exits: writes the vendor's ACK of a callback that went well. */
export function sendAck(
  encode: (record: CallbackRecord) => string,
  options: SettleOptions,
): LearningMiddleware<{ outcome: Outcome }, object> {
  return function sendAck(_req, res, next, record = recordOf(res)) {
    if (record === undefined) return next(new Error('sendAck ran before the record was opened'));
    const body = encode(record);
    // Somebody else may have answered meanwhile, e.g. a time-out middleware of the host.
    if (!res.headersSent) {
      res.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        operationID: record.operationID,
      });
      res.end(body); // a string: Node joins it to the head, and both go out in one write
    }
    record.status = res.statusCode;
    settle(record, options);
  };
}
