import type { ServerResponse } from 'node:http';
import type { Outcome } from '../callback/outcome';
import { report } from '../observe/hooks';
import type { CallbackRecord } from './record';
import { type SettleOptions, settle } from './settle';

/** Verdicts that change what the vendor does: if one is not sent, it did not happen. */
const decisions: ReadonlySet<Outcome | undefined> = new Set<Outcome>(['refused', 'rewritten', 'dropped']);

/**
 * Whether a reply can no longer be sent: somebody else has answered, e.g. a time-out middleware of the host, or the sender of a
 * callback that a verdict was to change is gone. Other callbacks are not checked, because reading `res` is slow in Express.
 */
export function cannotSend({ outcome }: CallbackRecord, res: ServerResponse): boolean {
  return res.headersSent || (decisions.has(outcome) && res.destroyed);
}

/**
 * Ends a callback whose reply never left. The work of an after-handler is done anyway; a verdict that should have changed
 * something does not count, and `onFailure` is called.
 */
export function notSent(record: CallbackRecord, res: ServerResponse, options: SettleOptions): void {
  record.status = res.headersSent ? res.statusCode : 0;
  if (decisions.has(record.outcome)) {
    const { vendor, operationID, command, outcome = '' } = record;
    record.failure = { kind: 'replyNotSent', outcome, reason: res.headersSent ? 'answered' : 'gone' };
    record.outcome = 'notSent';
    report(options.hooks, record.failure, { vendor, operationID, command: command?.wire });
  }
  settle(record, options);
}

/**
 * Closes the sender's kept-alive connection after this reply, so that the next callback goes to another process. HTTP/2 has no
 * such header.
 */
export function letGo(res: ServerResponse): void {
  if (!('stream' in res)) res.setHeader('Connection', 'close');
}
