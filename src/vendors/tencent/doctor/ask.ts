import type { ComposedRequest } from '../../../sending/composed-request';
import type { Conclusion } from '../../../sending/conclusion';
import type { Exchange } from '../../../sending/post';
import type { Question, Receiver } from '../../vendor-doctor';
import { composeRequest } from '../send/compose-request';
import { concludeTencent } from '../send/conclude';
import type { TencentFlags } from './flags';

/** What a question may change in a request of Tencent's. */
export interface TencentQuestion {
  /** False: unsigned. */
  readonly token?: string | false;
  readonly sdkAppId?: string;
  /** How far the sender's clock is ahead, in milliseconds. */
  readonly aheadMs?: number;
}

/** No catalogue has it, so no handler runs; a receiver acknowledges what it does not know. */
export const unknownCommand = 'Doctor.CallbackAfterProbe';

export function compose(
  { flags, url }: Pick<Receiver<TencentFlags>, 'flags' | 'url'>,
  { command, body, path = url.path, own = {} }: Question<TencentQuestion>,
): ComposedRequest {
  const { token = flags.token, sdkAppId = flags.sdkAppId, aheadMs = 0 } = own;
  const wire = command?.wire ?? unknownCommand;
  // Any body may be asked with; the composer's types are for known ones.
  return composeRequest(wire as 'C2C.CallbackAfterSendMsg', body ?? { CallbackCommand: wire }, {
    path: path.startsWith('/') ? path : `/${path}`,
    sdkAppId,
    token: token === false ? undefined : token,
    now: Date.now() + aheadMs,
  });
}

export function conclude(_receiver: unknown, { command, body = {} }: Question, exchange: Exchange): Conclusion {
  return concludeTencent({ command, body, failedBefore: undefined, retriesOnTimeout: false }, exchange);
}
