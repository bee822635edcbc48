import type { SendAck } from '../parts';
import type { CallbackRecord } from '../record';
import { cannotSend, letGo, notSent } from '../response';
import { type SettleOptions, settle } from '../settle';

/** One of the two exits: writes the vendor's ACK of a callback that went well. */
export function sendAck(encode: (record: CallbackRecord) => string, options: SettleOptions): SendAck {
  return function sendAck(record, res) {
    if (cannotSend(record, res)) return notSent(record, res, options);
    if (options.admission.draining) letGo(res);
    const body = encode(record);
    res.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      operationID: record.operationID,
    });
    res.end(body); // a string: Node joins it to the head, and both go out in one write
    record.status = res.statusCode;
    settle(record, options);
  };
}
