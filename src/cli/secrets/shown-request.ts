import type { ComposedRequest } from '../../sending/composed-request';
import { targetUrl } from '../../sending/target-url';
import { mask, type Secrets, secretSegment } from './conceal';

/** A request as it may be printed: without signature, secret and credentials. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function shownRequest(request: ComposedRequest, secrets: Secrets): ShownRequest {
  const { origin = '' } = targetUrl(secrets.to) ?? {};
  const url = shownPath(request.url, secrets);
  const { Authorization, ...headers } = request.headers;
  return {
    method: request.method,
    url: origin + url,
    headers: Authorization === undefined ? headers : { ...headers, Authorization: mask },
    body: request.body,
  };
}

/** The receiver's URL without credentials, secret segment and the values of its own parameters. */
export function shownUrl(secrets: Secrets): string {
  const { origin = '', path = '' } = targetUrl(secrets.to) ?? {};
  return origin + shownPath(path, secrets);
}

function shownPath(path: string, secrets: Secrets): string {
  const secret = secretSegment(secrets);
  return withoutValues(secret === undefined ? path : path.replaceAll(`/${secret}`, `/${mask}`));
}

/** What a sender adds and everybody may see; the signature is not among it, and parameters of the app's own are not. */
const plain = /^(SdkAppid|CallbackCommand|contenttype|ClientIP|OptPlatform|RequestTime|command|key)$/;

function withoutValues(url: string): string {
  return url.replaceAll(/([?&])([^=&?]+)=([^&?]*)/g, (whole, separator, name) =>
    plain.test(name) ? whole : `${separator}${name}=${mask}`,
  );
}
