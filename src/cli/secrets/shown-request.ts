import type { ComposedRequest } from '../../sending/composed-request';
import { targetUrl } from '../../sending/target-url';
import { commandLineOf, vendorNames } from '../command-lines';
import type { SenderFlags } from '../options/sender-flags';
import { secretValuesIn } from '../options/vendor-flags';
import { mask, secretInPath } from './conceal';

/** A request as it may be printed: without signature, secret and credentials. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function shownRequest(request: ComposedRequest, flags: SenderFlags): ShownRequest {
  const { origin = '' } = targetUrl(flags.to) ?? {};
  const { Authorization, ...headers } = request.headers;
  return {
    method: request.method,
    url: origin + shownPath(request.url, flags),
    headers: Authorization === undefined ? headers : { ...headers, Authorization: mask },
    body: request.body,
  };
}

/** The receiver's URL without credentials, secret segment and the values of its own parameters. */
export function shownUrl(flags: SenderFlags): string {
  const { origin = '', path = '' } = targetUrl(flags.to) ?? {};
  return origin + shownPath(path, flags);
}

function shownPath(path: string, flags: SenderFlags): string {
  const secrets = [...secretValuesIn(flags), secretInPath(flags) ?? ''].filter((secret) => secret !== '');
  const [way = '', ...query] = path.split('?');
  const shown = secrets.reduce((rest, secret) => rest.replaceAll(`/${secret}`, `/${mask}`), way);
  return withoutValues([shown, ...query].join('?'));
}

/** Masks the values of the signature and of the parameters of the app, which may be secret. */
function withoutValues(url: string): string {
  const plain = vendorNames.flatMap((vendor) => commandLineOf(vendor).secrets.plainParameters);
  return url.replaceAll(/([?&])([^=&?]+)=([^&?]*)/g, (whole, separator, name) =>
    plain.includes(name) ? whole : `${separator}${name}=${mask}`,
  );
}
