import type { ComposedRequest } from '../composed-request';
import { targetUrl } from '../sender/target-url';
import type { SenderFlags } from './sender-options';

/** A request as it may be printed: without signature, secret and credentials. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const mask = '***';

export function shownRequest(
  request: ComposedRequest,
  { to, secret }: Pick<SenderFlags, 'to' | 'secret'>,
): ShownRequest {
  const { origin = '' } = targetUrl(to) ?? {};
  const url = request.url.replace(/([?&]Sign=)[^&]*/, `$1${mask}`);
  const masked = secret ? url.replace(`/${secret}`, `/${mask}`) : url;
  const { Authorization, ...headers } = request.headers;
  return {
    method: request.method,
    url: origin + masked,
    headers: Authorization === undefined ? headers : { ...headers, Authorization: mask },
    body: request.body,
  };
}

/** The receiver's URL without credentials and without the secret segment. */
export function shownUrl(to: string, secret?: string | false): string {
  const { origin = '', path = '' } = targetUrl(to) ?? {};
  return origin + (secret ? path.replace(`/${secret}`, `/${mask}`) : path);
}
