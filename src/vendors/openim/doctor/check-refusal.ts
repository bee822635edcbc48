import type { Answer, Found, Receiver } from '../../vendor-doctor';
import { addressNotAllowed, wrongCredentials, wrongSecret } from '../receive/failures';
import type { OpenimFlags } from './flags';

/** What this package says to strangers who call as OpenIM. */
const ours = [addressNotAllowed(undefined), wrongCredentials, wrongSecret].map(({ message }) => message);

export const refusedAsOurs = (text: string): boolean => ours.some((message) => text.includes(message));

/** A receiver of another vendor alone refuses OpenIM's callbacks in the words for that one. */
export function takenForAnother({ status }: Answer, other: string): Found {
  return {
    id: 'notMounted',
    level: 'problem',
    seen: `status ${status}: the receiver took the request for a callback of ${other}`,
    why: "Nothing in OpenIM's requests names the vendor. A receiver without OpenIM takes them for another vendor's, and refuses them.",
    source: 'open-im-server: no signature, no app id in the URL',
    change: 'Mount OpenIM: imCallbacks({ openim: { … } }); or leave its secret out for doctor (--no-secret).',
  };
}

export async function checkRefusal(
  { flags, url }: Receiver<OpenimFlags>,
  { status }: Answer,
  text: string,
): Promise<Found | undefined> {
  if (!refusedAsOurs(text)) return undefined;
  const isGiven = Boolean(flags.secret) || url.credentials !== undefined;
  return {
    id: 'protected',
    level: 'problem',
    seen: `status ${status}: the receiver wants a secret segment, credentials or another address`,
    why: 'A server whose URL lacks them is refused like this.',
    source: 'open-im-server has no signature: these stand in for it',
    change: isGiven
      ? 'Doctor and the receiver have different settings: compare OPENIM_SECRET, --secret or the URL with its openim.secret, openim.credentials and openim.allowedAddresses.'
      : 'Write them into the url of webhooks.yml; for doctor, set OPENIM_SECRET or put them into the URL.',
  };
}
