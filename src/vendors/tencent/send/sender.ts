import type { AnyCommand } from '../../../catalogue/command';
import { freshSample } from '../../../catalogue/fresh-sample';
import type { ComposedRequest } from '../../../sending/composed-request';
import { post } from '../../../sending/post';
import type { Sender, Sent, Try } from '../../../sending/sender';
import { keptAlive, type TargetUrl, targetUrl } from '../../../sending/target-url';
import { type TencentCommand, tencentIndex } from '../catalogue';
import { composeRequest } from './compose-request';
import { concludeTencent } from './conclude';
import type { TencentSenderOptions } from './options';

/**
 * Commands whose URL has neither `ClientIP` nor `OptPlatform`: 1047/67551, 1047/67552, 1047/78240, 269/76156, 647/122445,
 * 647/122446, 647/110526 and 269/125793. (The international page of the last, 647/64424, has both in its sample URL but not in
 * its table.)
 */
const withoutClient = new Set([
  'Push.AllMemberPush',
  'Push.OfflinePush',
  'ContentCallback.ResultNotify',
  'Group.CallbackOnMemberStateChange',
  'Live.CallbackAfterChangeOwner',
  'Live.CallbackAfterModifyAdmin',
  'Live.CallbackAfterMemberStateChanged',
]);
/** It lacks `ClientIP` alone (1047/60256). */
const overLimit = 'Alert.RequestOverLimit';

/** Tencent Cloud Chat as a sender (1047/34354). */
export function tencentSender(options: TencentSenderOptions): Sender<TencentCommand, Record<never, never>> {
  const { sdkAppId, token, retry = false, failedBefore, timeoutMs = 2000, clock = () => Date.now() } = options;
  const url = targetUrl(String(options.to)) as TargetUrl; // checked by createSender
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

  async function tryOnce(command: AnyCommand | undefined, wire: string, body: object, mayRetry: boolean): Promise<Try> {
    const request = compose(wire, body);
    const exchange = await post(request, { origin: url.origin, timeoutMs, agent, likeGo: false });
    const conclusion = concludeTencent({ command, body, failedBefore, retriesOnTimeout: mayRetry }, exchange);
    return { request, response: exchange.response, conclusion, ms: exchange.ms };
  }

  async function sendCallback(command: AnyCommand | undefined, wire: string, body: object): Promise<Sent> {
    const first = await tryOnce(command, wire, body, retry);
    if (first.conclusion.sender !== 'retries') return { ...first, tries: [first] };
    const second = await tryOnce(command, wire, body, false);
    return { ...second, tries: [first, second] };
  }

  return {
    async send(wire, body) {
      const command = tencentIndex.get(wire);
      if (command === undefined) throw unknownCommand(wire);
      return sendCallback(command, wire, body ?? freshSample(command));
    },
    sendAny: (wire, body) => sendCallback(tencentIndex.get(wire), wire, body),
    close: () => agent.destroy(),
  };
}

function unknownCommand(wire: string): TypeError {
  return new TypeError(`send: no command of Tencent is called ${wire}; sendAny() sends any`);
}
