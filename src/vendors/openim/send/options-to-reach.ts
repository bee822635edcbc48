import type { OpenimOptions } from '../receive/options';
import type { OpenimSenderOptions } from './options';
import { openimServerVersions } from './server';

/** What the receiver asks of a caller, in the form of the server that it is made for. */
export function optionsToReach(
  receiver: OpenimOptions,
): Pick<OpenimSenderOptions, 'secret' | 'credentials' | 'serverVersion'> {
  const { secret, credentials } = receiver;
  const serverVersion = openimServerVersions.find((version) => version === receiver.serverVersion);
  return {
    secret: typeof secret === 'string' ? secret : secret?.[0],
    credentials,
    ...(serverVersion && { serverVersion }),
  };
}
