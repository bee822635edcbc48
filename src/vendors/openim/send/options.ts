import { aBoolean, wholeNumber } from '../../../options/check';
import type { AnySenderOptions, OwnSenderOptions } from '../../../sending/sending-side';
import { type OpenimServerVersion, openimServerVersions } from './server';

/** An OpenIM server as a sender; `webhooks.yml` has the same switches. */
export interface OpenimSenderOptions extends AnySenderOptions {
  readonly vendor: 'openim';
  /** The configured `url`. Credentials in it become Basic ones. A query in it spoils the route, as with the real server. */
  readonly to: string | URL;
  /** Which server's form and rules. `'3.4'` is 3.4.0; 3.4.2 was tagged from the 3.5 line. Default `'3.8'`. */
  readonly serverVersion?: OpenimServerVersion;
  /** The secret segment that ends the configured `url`, if it is not in `to`. */
  readonly secret?: string | undefined;
  /** Basic credentials, if they are not in `to`. */
  readonly credentials?: { readonly user: string; readonly password: string } | undefined;
  /** In milliseconds; servers from 3.4.0 on cap it at 15,000, which 0 stands for. Default 5,000. */
  readonly timeoutMs?: number;
  /** What a failed before-callback means: servers 2.x to 3.6 go on with it, later ones never look. Default true, as shipped. */
  readonly failedContinue?: boolean;
  /** Unix time in milliseconds, for operation IDs. Default `Date.now`. */
  readonly clock?: () => number;
}

/** What one callback of OpenIM can be sent with. */
export interface OpenimSendOptions {
  /** The trace ID; '' for none. Default a new one. */
  readonly operationID?: string;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

export const openimSenderOptions: OwnSenderOptions = {
  required: {},
  ofOneCallback: ['operationID'],
  plain: ['serverVersion'],
  rules: {
    serverVersion: (value) =>
      openimServerVersions.some((version) => version === value)
        ? undefined
        : `one of ${openimServerVersions.join(', ')}, as a string`,
    secret: (value) => (isText(value) && !/[/?#]/.test(String(value)) ? undefined : 'one path segment'),
    credentials: (value) => {
      const { user, password } = (value ?? {}) as { user?: unknown; password?: unknown };
      return isText(user) && typeof password === 'string' ? undefined : '{ user, password }, two strings';
    },
    timeoutMs: wholeNumber('milliseconds', 0, 3_600_000),
    failedContinue: aBoolean,
  },
};
