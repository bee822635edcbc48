import { right } from 'fp-ts/lib/Either.js';
import type { HttpRequest } from '../../callback/http-request';
import { newOperationID } from '../operation-id';
import type { Arrived, Step } from '../step';

export interface OperationID {
  operationID: string;
  /** False when the sender gave none, or none that may be logged and sent back. */
  operationIDGiven: boolean;
}

/** Takes the id by which the sender traces this operation; makes one where there is none. It goes back as a header. */
export function captureOperationID(read: (request: HttpRequest) => unknown): Step<Arrived, OperationID> {
  return function captureOperationID({ request }) {
    const given = read(request);
    return isOperationID(given)
      ? right({ operationID: given, operationIDGiven: true })
      : right({ operationID: newOperationID(), operationIDGiven: false });
  };
}

/**
 * Fit to be logged and echoed in a header: anything longer, or with a character that could break a line of either, is replaced,
 * not repaired. Known senders use digits, UUIDs and `p_<pid>_<counter>`.
 */
export function isOperationID(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.:@+=/-]{1,128}$/.test(value);
}
