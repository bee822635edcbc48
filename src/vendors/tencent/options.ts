import { checkOptions, oneOrMore, refuseUndefined, type Shape, wholeNumber } from '../../check-options';
import { type ReceiverOptions, receiverRules, type Settings, type SharedSettings } from '../../settings';

/** See https://www.tencentcloud.com/document/product/1047/34354 (Webhook Overview). */
export interface TencentOptions extends ReceiverOptions {
  /** Your SDKAppID; a callback for another one is refused. It is no secret and no protection: set `token` too. */
  sdkAppId: number | string;
  /**
   * The authentication token of the console. With it, `Sign` and `RequestTime` are required and checked. Several tokens
   * are all valid, for the time in which one replaces the other. Without it anybody who knows your URL and SDKAppID
   * (every client app holds it) can call you.
   */
  token?: string | readonly string[] | undefined;
  /** How far `RequestTime` may be from our clock, in both directions, in SECONDS. Default 60. */
  toleranceSeconds?: number;
}

export interface TencentSettings extends Settings {
  sdkAppId: string;
  /** Empty: nothing signs the requests. */
  tokens: readonly string[];
  toleranceSeconds: number;
}

const isToken = (one: unknown) => typeof one === 'string' && /^\S(.{0,126}\S)?$/.test(one);

const shape: Shape = {
  at: 'tencent.',
  secret: ['token'],
  rules: {
    ...receiverRules,
    sdkAppId: (value) =>
      /^\d{1,16}$/.test(String(value)) && Number(value) > 0 ? undefined : 'your SDKAppID in digits, e.g. 1400000001',
    token: oneOrMore(
      isToken,
      'the token of the console, 1 to 128 characters with no blank at either end, or a list of tokens',
    ),
    toleranceSeconds: wholeNumber('seconds', 1, 3600),
  },
};

/** Checks Tencent's options and fills in the defaults. */
export function tencentSettings(options: TencentOptions, shared: SharedSettings): TencentSettings {
  checkOptions(options, shape);
  refuseUndefined(options, shape);
  if (options.sdkAppId === undefined) {
    throw new TypeError('imCallbacks: option tencent.sdkAppId is missing; write e.g. sdkAppId: 1400000001');
  }
  const { sdkAppId, token = [], ...rest } = options;
  return {
    bodyLimitBytes: 256 * 1024,
    bodyTimeoutMs: 2000,
    deadlineMs: 1600,
    toleranceSeconds: 60,
    ...rest,
    ...shared,
    sdkAppId: String(sdkAppId),
    tokens: typeof token === 'string' ? [token] : token,
  };
}
