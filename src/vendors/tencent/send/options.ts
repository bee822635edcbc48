import type { FailurePolicy } from '../../../catalogue/command';
import { aBoolean, oneOrMore, wholeNumber } from '../../../options/check';
import type { AnySenderOptions, OwnSenderOptions } from '../../../sending/sending-side';

/** Tencent Cloud Chat as a sender (1047/34354). */
export interface TencentSenderOptions extends AnySenderOptions {
  readonly vendor: 'tencent';
  /** The URL configured in the console. A query of its own stays in front. */
  readonly to: string | URL;
  readonly sdkAppId: number | string;
  /** Signs with it. Several take turns, as in the minutes in which a change of the token makes its way. Default unsigned. */
  readonly token?: string | readonly string[] | undefined;
  /** The chat user's address. Default `203.0.113.7`. */
  readonly clientIp?: string;
  /** `RESTAPI`, `Web`, `Android`, `iOS`, `Windows`, `Mac` … Default `Android`. */
  readonly platform?: string;
  /**
   * The console's retry switch: an after-callback that timed out is sent once more. (How often the service repeats, and
   * when, is not documented.) Default false, as in the console.
   */
  readonly retry?: boolean;
  /**
   * What the console says about a before-callback that failed. Default the service's own: the operation goes on, but a
   * gift is refused.
   */
  readonly failedBefore?: FailurePolicy;
  /** In milliseconds. Default 2,000; the service allows no other. */
  readonly timeoutMs?: number;
  /** Unix time in milliseconds, for `RequestTime`. Default `Date.now`. */
  readonly clock?: () => number;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const aText = (value: unknown) => (isText(value) ? undefined : 'a string, not empty');

export const tencentSenderOptions: OwnSenderOptions = {
  required: { sdkAppId: '1400000001' },
  ofOneCallback: [],
  plain: ['sdkAppId', 'clientIp', 'platform', 'failedBefore'],
  rules: {
    sdkAppId: (value) => (/^\d{1,20}$/.test(String(value)) ? undefined : 'your SDKAppID, e.g. 1400000001'),
    token: oneOrMore(isText, 'a string, not empty, or a list of such'),
    clientIp: aText,
    platform: aText,
    retry: aBoolean,
    failedBefore: (value) => (value === 'allow' || value === 'refuse' ? undefined : `'allow' or 'refuse'`),
    timeoutMs: wholeNumber('milliseconds', 1, 600_000),
  },
};
