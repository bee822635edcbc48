import type { Sender } from '../sending/sender';
import type { OpenimCommand } from '../vendors/openim';
import { type OpenimSenderOptions, openimSender } from '../vendors/openim/send/sender';
import type { TencentCommand } from '../vendors/tencent';
import { type TencentSenderOptions, tencentSender } from '../vendors/tencent/send/sender';

/**
 * Makes the sending side of a chat service: requests in its exact form, its time-out, its retries and its queue, and what
 * it concludes from each reply. Options are checked here and now: a wrong one throws a `TypeError` that says what to write.
 */
export function createSender(options: TencentSenderOptions): Sender<TencentCommand>;
export function createSender(options: OpenimSenderOptions): Sender<OpenimCommand>;
export function createSender(
  options: TencentSenderOptions | OpenimSenderOptions,
): Sender<TencentCommand> | Sender<OpenimCommand> {
  if (options?.to === undefined)
    throw new TypeError(`createSender: option to is missing; write e.g. to: 'http://127.0.0.1:3000/im-callback'`);
  switch (options.vendor) {
    case 'tencent':
      return tencentSender(options);
    case 'openim':
      return openimSender(options);
    default:
      // Only JavaScript gets here.
      throw new TypeError(
        `createSender: option vendor must be 'tencent' or 'openim'; got ${JSON.stringify((options as { vendor?: unknown }).vendor)}`,
      );
  }
}
