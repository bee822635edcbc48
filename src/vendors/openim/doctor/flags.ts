import { targetUrl } from '../../../sending/target-url';
import type { SenderFlags, VendorFlag } from '../../vendor-flags';
import { type OpenimServer, type OpenimServerVersion, openimServerVersions } from '../send/server';
import { openimServer } from '../send/servers';

/** The flags below, as the command line has read them. */
export type OpenimFlags = SenderFlags & {
  readonly serverVersion?: string;
  /** False: without it, though the environment has one. */
  readonly secret?: string | false;
};

export const flags: readonly VendorFlag[] = [
  {
    name: '--server-version <version>',
    about: `the server's version, ${openimServerVersions.join(' | ')}`,
    default: '3.8',
    mend: (value) => (isVersion(plain(value)) ? undefined : `Write one of ${openimServerVersions.join(', ')}.`),
  },
  {
    name: '--secret <segment>',
    about: "the URL's secret segment, if the URL does not contain it",
    env: { name: 'OPENIM_SECRET', about: "OpenIM's secret segment" },
    isSecret: true,
    without: 'send no secret, even if the environment has one',
    mend: (value) =>
      value !== '' && !/[/?#]/.test(value)
        ? undefined
        : '--secret or OPENIM_SECRET must be one path segment, not empty, without / ? and #',
  },
];

const plain = (version: string) => version.replace(/^v/, '');

function isVersion(text: string): text is OpenimServerVersion {
  return openimServerVersions.some((version) => version === text);
}

/** The version that the flags ask for. */
export function versionIn({ serverVersion = '3.8' }: Pick<OpenimFlags, 'serverVersion'>): OpenimServerVersion {
  const version = plain(serverVersion);
  return isVersion(version) ? version : '3.8'; // it was checked when the command line was read
}

/** The server that the flags ask for. */
export const serverOf = (given: Pick<OpenimFlags, 'serverVersion'>): OpenimServer => openimServer(versionIn(given));

/** Of the secret there is one, also where the URL ends in it already. */
export function senderOptions(given: OpenimFlags): object {
  const { to, secret, onFailure } = given;
  return {
    serverVersion: versionIn(given),
    secret: secret && !endsIn(targetUrl(to)?.path ?? '', secret) ? secret : undefined,
    ...(onFailure && { failedContinue: onFailure === 'allow' }),
  };
}

/** Whether this path ends in the secret segment. */
export const endsIn = (path: string, secret: string): boolean => path.replace(/\/+$/, '').endsWith(`/${secret}`);
