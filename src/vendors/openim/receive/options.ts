import { BlockList, isIP, isIPv6 } from 'node:net';
import { type ReceiverOptions, receiverRules, type Settings, type SharedSettings } from '../../../flow/settings';
import { checkOptions, oneOrMore, refuseUndefined, type Shape } from '../../../options/check';
import type { Protection } from './protection';

/**
 * OpenIM's open-source server signs nothing: protect the URL with one of these, or with your network.
 *
 * @see src/vendors/openim/README.md in this package: what OpenIM signs, how long it waits, what it repeats, what surprises.
 */
export interface OpenimOptions extends ReceiverOptions {
  /**
   * A secret first path segment: configure `https://host/im-callback/<secret>` in `webhooks.yml`. With several, each is valid, so
   * that you can rotate them. At least 16 of A–Z, a–z, 0–9, `-`, `_`. (A secret in the URL's query does not work: the server
   * glues the command to the end of the URL.) Default: none; a warning at start when nothing protects the URL.
   * @throws `TypeError`, when the receiver is made, if it is shorter, or present but `undefined`.
   * @example
   * openim: { secret: process.env.OPENIM_SECRET },
   */
  secret?: string | readonly string[] | undefined;
  /**
   * Basic credentials: configure `https://user:password@host/im-callback`. Default: none.
   * @throws `TypeError`, when the receiver is made, where one is empty, `user` has a colon, or both have more than 768 bytes.
   */
  credentials?: { user: string; password: string } | undefined;
  /**
   * Addresses and CIDR ranges that may call. The app's `trust proxy` is honoured. Default: all.
   * @throws `TypeError`, when the receiver is made, where one is no address and no range.
   * @example
   * allowedAddresses: ['10.0.0.0/8', '::1'],
   */
  allowedAddresses?: string | readonly string[] | undefined;
  /**
   * Major and minor version of your server, e.g. `'3.8'`; servers before 3.0 need another form of refusal. Default the current
   * one. With `'2.0'` a callback that names no command is approved, as 2.0.0 and 2.0.1 send one; `onFailure` is told `noCommand`.
   * @throws `TypeError`, when the receiver is made, where it is no such string: 3.10 is not 3.1.
   */
  serverVersion?: string;
}

export interface OpenimSettings extends Settings, Protection {
  serverVersion: string | undefined;
}

/** A template string makes `'undefinedundefined'` of two variables that are not set. */
const isSecret = (one: unknown) =>
  typeof one === 'string' && /^[\w-]{16,256}$/.test(one) && !/^(undefined|null)+$/.test(one);

/** A header is read up to this length: 1,024 characters of Base64. */
const mostCredentialBytes = 768;

function isCredentials(value: unknown): value is { user: string; password: string } {
  const { user, password } = (value ?? {}) as { user?: unknown; password?: unknown };
  return typeof user === 'string' && /^[^:]+$/.test(user) && typeof password === 'string' && password !== '';
}

function isRange(one: unknown): boolean {
  if (typeof one !== 'string') return false;
  const [address = '', bits, ...rest] = one.split('/');
  const most = isIPv6(address) ? 128 : 32;
  return (
    isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  );
}

const shape: Shape = {
  at: 'openim.',
  plain: ['serverVersion', 'allowedAddresses'],
  rules: {
    ...receiverRules,
    serverVersion: (value) =>
      typeof value === 'string' && /^(2\.[0-3]|3\.\d)$/.test(value)
        ? undefined
        : `major and minor version as a string, e.g. '3.8'`,
    secret: oneOrMore(isSecret, 'at least 16 of A–Z, a–z, 0–9, - and _, or a list of such secrets'),
    credentials: (value) => {
      if (!isCredentials(value)) return '{ user, password }, two strings, not empty, no colon in user';
      const bytes = Buffer.byteLength(`${value.user}:${value.password}`);
      return bytes <= mostCredentialBytes ? undefined : `of at most ${mostCredentialBytes} bytes in all`;
    },
    allowedAddresses: oneOrMore(isRange, `addresses and CIDR ranges, e.g. ['10.0.0.0/8', '::1']`),
  },
};

/** Checks OpenIM's options and fills in the defaults. */
export function openimSettings(options: OpenimOptions, shared: SharedSettings): OpenimSettings {
  checkOptions(options, shape);
  refuseUndefined(options, shape);
  const { secret, credentials, allowedAddresses, serverVersion, ...rest } = options;
  return {
    bodyLimitBytes: 640 * 1024,
    bodyTimeoutMs: 5000,
    deadlineMs: 4500,
    ...rest,
    ...shared,
    serverVersion,
    secret: typeof secret === 'string' ? [secret] : secret,
    credentials: credentials && `${credentials.user}:${credentials.password}`,
    allowedAddresses: allowedAddresses === undefined ? undefined : blockListOf([allowedAddresses].flat()),
  };
}

function blockListOf(ranges: readonly string[]): BlockList {
  const allowed = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    allowed.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return allowed;
}
