import type { SendAck } from '../parts';
import type { CallbackRecord } from '../record';
import { type SettleOptions, settle } from '../settle';

/** One of the two exits: writes the vendor's ACK of a callback that went well. */
export function sendAck(encode: (record: CallbackRecord) => string, options: SettleOptions): SendAck {
  return function sendAck(record, res) {
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
