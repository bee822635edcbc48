import { wentWell } from '../report/tally';
import type { Found } from './finding';
import { type Answer, type Question, type Receiver, statusOf } from './question';

/** Whether strangers are let in: the same question without what proves the sender. No handler runs. */
export async function checkProtection(receiver: Receiver, unknown: Answer): Promise<Found[]> {
  // Where not even the right question is accepted, nothing can be told.
  if (!wentWell(unknown)) return [];
  return receiver.vendor === 'tencent' ? forTencent(receiver) : forOpenim(receiver);
}

async function accepts(receiver: Receiver, question: Question): Promise<boolean> {
  const answer = await receiver.ask(question);
  return wentWell(answer) && statusOf(answer) < 300;
}

async function forTencent(receiver: Receiver): Promise<Found[]> {
  const { token, sdkAppId } = receiver.flags;
  const found: Found[] = [];
  if (!token) found.push(unsigned);
  else if ((await accepts(receiver, { token: false })) || (await accepts(receiver, { token: `not ${token}` })))
    found.push(signatureNotChecked);
  else if (await accepts(receiver, { aheadMs: -600_000 })) found.push(staleAccepted);
  if (await accepts(receiver, { sdkAppId: sdkAppId === '1400000002' ? '1400000003' : '1400000002' }))
    found.push(appIdNotChecked);
  return found;
}

async function forOpenim(receiver: Receiver): Promise<Found[]> {
  const { secret } = receiver.flags;
  const { credentials, path } = receiver.url;
  // A segment in the URL may be the secret; which one is not known from here.
  if (!secret && credentials === undefined) return path.split('/').filter(Boolean).length > 1 ? [] : [unprotected];
  const answer = await receiver.ask({
    secret: false,
    credentials: false,
    path: secret ? withoutSecret(path, secret) : path,
  });
  if (!wentWell(answer)) return [];
  return [statusOf(answer) < 300 ? secretNotChecked : refusalApproves(answer)];
}

function withoutSecret(path: string, secret: string): string {
  const bare = path.replace(/\/+$/, '');
  return bare.endsWith(`/${secret}`) ? bare.slice(0, -secret.length - 1) : path;
}

const unsigned: Found = {
  id: 'unsigned',
  level: 'warning',
  seen: 'a callback without signature is accepted',
  why: 'Whoever knows the URL and the SDKAppID, which every client app holds, can send callbacks. (If the receiver has a token, tell doctor by IM_CALLBACK_TOKEN.)',
  source: '1047/34354, section on authentication',
  change: 'Switch authentication on in the console, then set tencent.token.',
};

const signatureNotChecked: Found = {
  id: 'signatureNotChecked',
  level: 'problem',
  seen: 'a callback without signature, or with a wrong one, is accepted like a signed one',
  why: 'You have a token, but the receiver does not ask for it: whoever knows the URL can send callbacks.',
  source: '1047/34354, section on authentication',
  change: 'Set tencent.token, and take unsignedGrace out.',
};

const staleAccepted: Found = {
  id: 'staleAccepted',
  level: 'warning',
  seen: 'a signature that is ten minutes old is accepted',
  why: 'Whoever has seen one signed URL, in a log or a proxy, can use it for ever, with any body.',
  source: '647/64412 (one minute)',
  change: 'Compare RequestTime with the clock; tencent.toleranceSeconds is 60 by default.',
};

const appIdNotChecked: Found = {
  id: 'appIdNotChecked',
  level: 'warning',
  seen: 'a callback of another SDKAppID is accepted',
  why: 'Traffic of another app, e.g. of the test environment, would be taken for yours.',
  source: 'every page of 1047 asks for the comparison',
  change: 'Compare SdkAppid with your own; imCallbacks does.',
};

const unprotected: Found = {
  id: 'unprotected',
  level: 'warning',
  seen: 'a callback without secret or credentials is accepted, as far as can be seen from this machine',
  why: 'The open-source server signs nothing: anybody who reaches the URL can send callbacks.',
  source: 'open-im-server, all versions',
  change:
    'Set openim.secret and put it into the url of webhooks.yml; or openim.credentials, or openim.allowedAddresses.',
};

const secretNotChecked: Found = {
  id: 'secretNotChecked',
  level: 'problem',
  seen: 'a callback without the secret or the credentials is accepted like one with them',
  why: 'The open-source server signs nothing: anybody who reaches the URL can send callbacks.',
  source: 'open-im-server, all versions',
  change: 'Set openim.secret or openim.credentials in the receiver.',
};

function refusalApproves(answer: Answer): Found {
  return {
    id: 'errorReadsAsApproval',
    level: 'problem',
    seen: `who does not belong is refused by status ${statusOf(answer)} with a JSON object`,
    why: 'OpenIM looks at no status: to a server whose URL is mistyped this reads as an approval of everything.',
    source: 'open-im-server, its HTTP client: the status is never looked at',
    change: 'Refuse in plain text; imCallbacks does.',
  };
}
