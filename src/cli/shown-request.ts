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
  const url = withoutValues(secret ? request.url.replace(`/${secret}`, `/${mask}`) : request.url);
  const { Authorization, ...headers } = request.headers;
  return {
    method: request.method,
    url: origin + url,
    headers: Authorization === undefined ? headers : { ...headers, Authorization: mask },
    body: request.body,
  };
}

/** The receiver's URL without credentials, secret segment and the values of its own parameters. */
export function shownUrl(to: string, secret?: string | false): string {
  const { origin = '', path = '' } = targetUrl(to) ?? {};
  return origin + withoutValues(secret ? path.replace(`/${secret}`, `/${mask}`) : path);
}

/** What a sender adds and everybody may see; the signature is not among it, and parameters of the app's own are not. */
const plain = /^(SdkAppid|CallbackCommand|contenttype|ClientIP|OptPlatform|RequestTime|command|key)$/;

function withoutValues(url: string): string {
  return url.replaceAll(/([?&])([^=&?]+)=([^&?]*)/g, (whole, separator, name) =>
    plain.test(name) ? whole : `${separator}${name}=${mask}`,
  );
}
