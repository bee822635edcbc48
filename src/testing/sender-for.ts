import type { Vendor } from '../catalogue/command';
import type { ReceiverCredentials } from '../receiver/receivers';
import { createSender, type OpenimSenderOptions, openimServerVersions, type TencentSenderOptions } from '../sender';

export type TencentDelivery = Partial<Omit<TencentSenderOptions, 'vendor' | 'to'>>;
export type OpenimDelivery = Omit<OpenimSenderOptions, 'vendor' | 'to'>;

/** The vendor's sender with what the receiver wants to see; what is given in the options goes before it. */
export function senderFor(
  vendor: Vendor,
  to: string,
  given: TencentDelivery | OpenimDelivery,
  receiver: ReceiverCredentials | undefined,
) {
  const clock = receiver?.clock && { clock: receiver.clock };
  if (vendor === 'openim') return createSender({ vendor, to, ...clock, ...openimFor(receiver), ...given });
  const { sdkAppId, ...others } = { ...tencentFor(receiver, given), ...given };
  if (sdkAppId === undefined)
    throw new TypeError(
      'deliver: option sdkAppId is missing, since the receiver could not be asked; write { sdkAppId: 1400000001 }',
    );
  return createSender({ vendor, to, sdkAppId, ...clock, ...others });
}

/** With several apps, the one that the options name, else the first. */
function tencentFor(receiver: ReceiverCredentials | undefined, given: TencentDelivery): TencentDelivery {
  const { tencent } = receiver ?? {};
  const apps = tencent?.apps ?? (tencent?.sdkAppId === undefined ? [] : [tencent]);
  const wanted =
    given.sdkAppId === undefined ? apps[0] : apps.find(({ sdkAppId }) => String(sdkAppId) === String(given.sdkAppId));
  return wanted === undefined ? {} : { sdkAppId: wanted.sdkAppId, token: wanted.token };
}

function openimFor(receiver: ReceiverCredentials | undefined): OpenimDelivery {
  const { secret, credentials, serverVersion: wanted } = receiver?.openim ?? {};
  const serverVersion = openimServerVersions.find((version) => version === wanted);
  return {
    secret: typeof secret === 'string' ? secret : secret?.[0],
    credentials,
    ...(serverVersion && { serverVersion }),
  };
}
