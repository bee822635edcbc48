import type { SenderFlags, VendorFlag } from '../../vendor-flags';

/** The flags below, as the command line has read them. */
export type TencentFlags = SenderFlags & {
  readonly sdkAppId: string;
  /** False: unsigned, though the environment has a token. */
  readonly token?: string | false;
  readonly clientIp?: string;
  readonly platform?: string;
  readonly retry?: boolean;
};

/** Stands for an app where none is named. */
export const sampleAppId = '1400000001';

export const flags: readonly VendorFlag[] = [
  {
    name: '--sdk-app-id <id>',
    about: "the app's SDKAppID",
    env: { name: 'IM_SDK_APP_ID', about: "Tencent's SDKAppID" },
    default: sampleAppId,
    mend: (value) =>
      /^[1-9]\d{0,19}$/.test(value) ? undefined : 'Write the number that the console shows, e.g. 1400000001.',
  },
  {
    name: '--token <token>',
    about: 'sign with this token',
    env: { name: 'IM_CALLBACK_TOKEN', about: "Tencent's token" },
    isSecret: true,
    onlyCalling: true,
    without: 'do not sign, whatever the environment says',
    mend: (value) =>
      value === '' ? '--token or IM_CALLBACK_TOKEN is empty; set it, or write --no-token to send unsigned' : undefined,
  },
  { name: '--client-ip <address>', about: "the chat user's address (default: 203.0.113.7)", onlySending: true },
  { name: '--platform <name>', about: 'OptPlatform, e.g. RESTAPI, iOS (default: Android)', onlySending: true },
  {
    name: '--retry',
    about: "the console's retry switch: an after-callback that timed out comes again",
    onlySending: true,
  },
];

export function senderOptions({ sdkAppId, token, clientIp, platform, retry = false, onFailure }: TencentFlags): object {
  return {
    sdkAppId,
    token: token === false ? undefined : token,
    retry,
    ...(clientIp && { clientIp }),
    ...(platform && { platform }),
    ...(onFailure && { failedBefore: onFailure }),
  };
}
