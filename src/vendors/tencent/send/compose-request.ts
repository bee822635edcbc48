import type { WireOf } from '../../../catalogue/command';
import type { ComposedRequest } from '../../../sending/composed-request';
import type { TencentCommand } from '../catalogue';
import { sign } from '../receive/signature';

export interface ComposeTencentOptions {
  /** The configured URL's path; a query of its own stays in front. */
  path: string;
  sdkAppId: number | string;
  token?: string | undefined;
  /** When it is sent, in Unix milliseconds. Default now. */
  now?: number;
  /** The chat user's address; `null` leaves it out, as some commands do. Default `203.0.113.7`. */
  clientIP?: string | null;
  /** `null` leaves it out, as some commands do. Default `Android`. */
  optPlatform?: string | null;
}

/** The way in, reversed: a command and its body as Tencent sends them, signed when there is a token. */
export function composeRequest<W extends TencentCommand['wire']>(
  wire: W,
  body: Partial<WireOf<Extract<TencentCommand, { wire: W }>>>,
  options: ComposeTencentOptions,
): ComposedRequest {
  const { path, sdkAppId, token, now = Date.now(), clientIP = '203.0.113.7', optPlatform = 'Android' } = options;
  const query = new URLSearchParams({
    SdkAppid: String(sdkAppId),
    CallbackCommand: wire,
    contenttype: 'json',
  });
  if (clientIP !== null) query.set('ClientIP', clientIP);
  if (optPlatform !== null) query.set('OptPlatform', optPlatform);
  if (token !== undefined) {
    const RequestTime = String(Math.floor(now / 1000));
    query.set('Sign', sign(token, RequestTime));
    query.set('RequestTime', RequestTime);
  }
  return {
    method: 'POST',
    url: `${path}${path.includes('?') ? '&' : '?'}${query}`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}
