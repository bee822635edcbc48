import type { Found, Receiver } from '../../vendor-doctor';
import type { OpenimQuestion } from './ask';
import { endsIn, type OpenimFlags } from './flags';

/** Whether strangers are let in: the same question without secret and credentials. */
export async function checkProtection(receiver: Receiver<OpenimFlags, OpenimQuestion>): Promise<Found[]> {
  const { secret } = receiver.flags;
  const { credentials, path } = receiver.url;
  // A segment in the URL may be the secret; which one is not known from here.
  if (!secret && credentials === undefined) return path.split('/').filter(Boolean).length > 1 ? [] : [unprotected];
  const { isWell, status } = await receiver.ask({
    path: secret ? withoutSecret(path, secret) : path,
    own: { secret: false, credentials: false },
  });
  if (!isWell) return [];
  return [status < 300 ? secretNotChecked : refusalApproves(status)];
}

function withoutSecret(path: string, secret: string): string {
  return endsIn(path, secret) ? path.replace(/\/+$/, '').slice(0, -secret.length - 1) : path;
}

const unsigned = {
  why: 'The open-source server signs nothing: anybody who reaches the URL can send callbacks.',
  source: 'open-im-server, all versions',
};

const unprotected: Found = {
  id: 'unprotected',
  level: 'warning',
  seen: 'a callback without secret or credentials is accepted, as far as can be seen from this machine',
  ...unsigned,
  change:
    'Set openim.secret and put it into the url of webhooks.yml; or openim.credentials, or openim.allowedAddresses.',
};

const secretNotChecked: Found = {
  id: 'secretNotChecked',
  level: 'problem',
  seen: 'a callback without the secret or the credentials is accepted like one with them',
  ...unsigned,
  change: 'Set openim.secret or openim.credentials in the receiver.',
};

function refusalApproves(status: number): Found {
  return {
    id: 'errorReadsAsApproval',
    level: 'problem',
    seen: `an unauthorised caller gets status ${status} with a JSON object`,
    why: 'OpenIM ignores the status: a server with a mistyped URL takes this reply as an approval of everything.',
    source: 'open-im-server, its HTTP client: the status is never looked at',
    change: 'Refuse in plain text; imCallbacks does.',
  };
}
