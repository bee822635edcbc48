import type { TencentOptions } from '../receive/options';
import type { TencentSenderOptions } from './options';

/** SDKAppID and token of the receiver. Of several apps, the one that the caller names, else the first. */
export function optionsToReach(
  receiver: TencentOptions,
  given: Partial<TencentSenderOptions>,
): Pick<Partial<TencentSenderOptions>, 'sdkAppId' | 'token'> {
  const apps = receiver.apps ?? (receiver.sdkAppId === undefined ? [] : [receiver]);
  const wanted =
    given.sdkAppId === undefined ? apps[0] : apps.find(({ sdkAppId }) => String(sdkAppId) === String(given.sdkAppId));
  return wanted === undefined ? {} : { sdkAppId: wanted.sdkAppId, token: wanted.token };
}
