import { type AnyCommand, type FailurePolicy, indexByWire } from '../../../catalogue/command';
import { aBoolean, aFunction, checkOptions, oneOrMore, type Shape, wholeNumber } from '../../../options/check';
import type { ComposedRequest } from '../../../sending/composed-request';
import { post } from '../../../sending/post';
import { sampleOf } from '../../../sending/sample-of';
import type { Attempt, Sender, Sent } from '../../../sending/sender';
import { keptAlive, type TargetUrl, targetUrl } from '../../../sending/target-url';
import { composeRequest, type TencentCommand, tencentCommands } from '..';
import { concludeTencent } from './conclude';

/** Tencent Cloud Chat as a sender (1047/34354). */
export interface TencentSenderOptions {
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

/** Commands without `ClientIP`; all but the last also lack `OptPlatform` (1047/67551, 67552, 77840 and their own pages). */
const withoutClient = new Set([
  'Push.AllMemberPush',
  'Push.OfflinePush',
  'ContentCallback.ResultNotify',
  'Group.CallbackOnMemberStateChange',
  'Live.CallbackAfterChangeOwner',
]);
const overLimit = 'Alert.RequestOverLimit';

const index = indexByWire(tencentCommands);
const isText = (value: unknown) => typeof value === 'string' && value !== '';
const aText = (value: unknown) => (isText(value) ? undefined : 'a string, not empty');

const shape: Shape = {
  of: 'createSender',
  at: '',
  plain: ['vendor', 'sdkAppId', 'clientIp', 'platform', 'failedBefore'],
  rules: {
    vendor: () => undefined,
    to: (value) =>
      targetUrl(String(value)) ? undefined : `the receiver's URL, e.g. 'http://127.0.0.1:3000/im-callback'`,
    sdkAppId: (value) => (/^\d{1,20}$/.test(String(value)) ? undefined : 'your SDKAppID, e.g. 1400000001'),
    token: oneOrMore(isText, 'a string, not empty, or a list of such'),
    clientIp: aText,
    platform: aText,
    retry: aBoolean,
    failedBefore: (value) => (value === 'allow' || value === 'refuse' ? undefined : `'allow' or 'refuse'`),
    timeoutMs: wholeNumber('milliseconds', 1, 600_000),
    clock: aFunction,
  },
};

export function tencentSender(options: TencentSenderOptions): Sender<TencentCommand> {
  checkOptions(options, shape);
  const { sdkAppId, token, retry = false, failedBefore, timeoutMs = 2000, clock = () => Date.now() } = options;
  if (sdkAppId === undefined)
    throw new TypeError('createSender: option sdkAppId is missing; write e.g. sdkAppId: 1400000001');
  const url = targetUrl(String(options.to)) as TargetUrl; // checked above
  const agent = keptAlive(url);
  const tokens = [token ?? []].flat();
  let turn = 0;

  function compose(wire: string, body: object): ComposedRequest {
    const hasClient = !withoutClient.has(wire);
    // Any name and any body may be sent; the composer's types are for known ones.
    return composeRequest(wire as 'C2C.CallbackAfterSendMsg', body, {
      path: url.path.startsWith('/') ? url.path : `/${url.path}`,
      sdkAppId,
      token: tokens[turn++ % tokens.length],
      now: clock(),
      ...(options.clientIp !== undefined && { clientIP: options.clientIp }),
      ...(options.platform !== undefined && { optPlatform: options.platform }),
      ...((!hasClient || wire === overLimit) && { clientIP: null }),
      ...(!hasClient && { optPlatform: null }),
    });
  }

  async function attempt(
    command: AnyCommand | undefined,
    wire: string,
    body: object,
    mayRetry: boolean,
  ): Promise<Attempt> {
    const request = compose(wire, body);
    const exchange = await post(request, { origin: url.origin, timeoutMs, agent, likeGo: false });
    const conclusion = concludeTencent({ command, body, failedBefore, retriesOnTimeout: mayRetry }, exchange);
    return { request, response: exchange.response, conclusion, ms: exchange.ms };
  }

  async function deliver(command: AnyCommand | undefined, wire: string, body: object): Promise<Sent> {
    const first = await attempt(command, wire, body, retry);
    if (first.conclusion.sender !== 'retries') return { ...first, attempts: [first] };
    const second = await attempt(command, wire, body, false);
    return { ...second, attempts: [first, second] };
  }

  return {
    async send(wire, body) {
      const command = index.get(wire);
      if (command === undefined) throw unknownCommand(wire);
      return deliver(command, wire, body ?? sampleOf(command));
    },
    sendAny: (wire, body) => deliver(index.get(wire), wire, body),
    close: () => agent.destroy(),
  };
}

function unknownCommand(wire: string): TypeError {
  return new TypeError(`send: no command of Tencent is called ${wire}; sendAny() sends any`);
}
