import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FailurePolicy } from '../../catalogue/command';
import { createSender, type OpenimServerVersion, type Sent } from '../../sender';
import { targetUrl } from '../../sending/target-url';
import type { Vendor } from '../../vendors';
import { mistake } from './mistake';
import { duration, serverVersionOption } from './values';

/** What a sender has to be told, as the command line gives it. */
export interface SenderFlags {
  to: string;
  vendor?: Vendor;
  sdkAppId: string;
  /** False: unsigned, though the environment has a token. */
  token?: string | false;
  clientIp?: string;
  platform?: string;
  retry?: boolean;
  serverVersion?: OpenimServerVersion;
  secret?: string | false;
  onFailure?: FailurePolicy;
  timeout?: number;
}

/** A sender of whatever command, for a vendor that is known only at run time. */
export interface AnySender {
  sendAny(command: string, body: object, options?: { operationID?: string }): Promise<Sent>;
  close(): void;
}

/** Adds the options of {@link SenderFlags} to a command. */
export function addSenderOptions(command: Command): Command {
  return identityOptions(command.addOption(toOption()))
    .option('--client-ip <address>', "Tencent: the chat user's address (default: 203.0.113.7)")
    .option('--platform <name>', 'Tencent: OptPlatform, e.g. RESTAPI, iOS (default: Android)')
    .option('--retry', "Tencent: the console's retry switch, an after-callback that timed out comes again")
    .addOption(
      new Option(
        '--on-failure <verdict>',
        "what a failed before-callback means: the console's or failedContinue's setting",
      ).choices(['allow', 'refuse']),
    )
    .option('--timeout <time>', 'when the sender gives up (default: Tencent 2s, OpenIM 5s)', duration('10m'));
}

/** Who the sender claims to be. */
export function identityOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--sdk-app-id <id>', "Tencent: the app's SDKAppID")
        .env('IM_SDK_APP_ID')
        .default('1400000001')
        .argParser(digits),
    )
    .addOption(new Option('--token <token>', 'Tencent: signs with it').env('IM_CALLBACK_TOKEN').argParser(notEmpty))
    .option('--no-token', 'Tencent: unsigned, whatever the environment says')
    .addOption(serverVersionOption())
    .addOption(
      new Option('--secret <segment>', "OpenIM: the URL's secret segment, where it is not in the URL itself")
        .env('OPENIM_SECRET')
        .argParser(segment),
    )
    .option('--no-secret', 'OpenIM: without it, whatever the environment says');
}

const toOption = () =>
  new Option('--to <url>', "the receiver's URL, as the console or webhooks.yml has it")
    .makeOptionMandatory()
    .argParser(receiverUrl);

export function receiverUrl(value: string): string {
  if (isTarget(value)) return value;
  const guess = /^[\w.-]+(:\d+)?(\/|$)/.test(value) ? ` Did you mean http://${value}?` : '';
  // A mistake of ours: commander's message would quote the value, and a password in it.
  const shown = value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1***@');
  throw mistake(`${shown} is no URL; write the whole URL, e.g. http://127.0.0.1:3000/im-callback.${guess}`);
}

function isTarget(value: string): boolean {
  try {
    return targetUrl(value) !== undefined;
  } catch {
    return false; // a % in the credentials that encodes nothing
  }
}

/** The vendor's sender. Of OpenIM's secret there is one, also where the URL ends in it already. */
export function senderFor(vendor: Vendor, flags: SenderFlags): AnySender {
  const { to, timeout, onFailure } = flags;
  const timeoutMs = timeout === undefined ? {} : { timeoutMs: timeout };
  if (vendor === 'openim') {
    const { serverVersion = '3.8' } = flags;
    const secret =
      flags.secret !== undefined && flags.secret !== false && !endsIn(to, flags.secret) ? flags.secret : undefined;
    const failedContinue = onFailure === undefined ? {} : { failedContinue: onFailure === 'allow' };
    return createSender({ vendor, to, secret, serverVersion, ...failedContinue, ...timeoutMs });
  }
  const { sdkAppId, token, clientIp, platform, retry = false } = flags;
  return createSender({
    vendor,
    to,
    sdkAppId,
    token: token === false ? undefined : token,
    retry,
    ...(clientIp && { clientIp }),
    ...(platform && { platform }),
    ...(onFailure && { failedBefore: onFailure }),
    ...timeoutMs,
  });
}

const endsIn = (to: string, secret: string) => to.replace(/\/+$/, '').endsWith(`/${secret}`);

function digits(value: string): string {
  if (/^[1-9]\d{0,19}$/.test(value)) return value;
  throw new InvalidArgumentError('Write the number that the console shows, e.g. 1400000001.');
}

// For these two a mistake of ours, since commander's message quotes the value.

function notEmpty(value: string): string {
  if (value !== '') return value;
  throw mistake('--token or IM_CALLBACK_TOKEN is empty; set it, or write --no-token to send unsigned');
}

function segment(value: string): string {
  if (value !== '' && !/[/?#]/.test(value)) return value;
  throw mistake('--secret or OPENIM_SECRET must be one path segment, not empty, without / ? and #');
}
