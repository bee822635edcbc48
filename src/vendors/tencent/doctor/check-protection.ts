import type { Answer, Found, Receiver } from '../../vendor-doctor';
import type { TencentQuestion } from './ask';
import type { TencentFlags } from './flags';

type TencentReceiver = Receiver<TencentFlags, TencentQuestion>;

/** Whether strangers are let in: the same question without what proves the sender, and that of another app. */
export async function checkProtection(receiver: TencentReceiver): Promise<Found[]> {
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

async function accepts(receiver: TencentReceiver, own: TencentQuestion): Promise<boolean> {
  const { isWell, status } = await receiver.ask({ own });
  return isWell && status < 300;
}

/** Whether it takes a body of any Content-Type, as Tencent documents none. */
export async function checkContentType(receiver: TencentReceiver): Promise<Found[]> {
  const without: Answer = await receiver.ask({ contentType: false });
  if (without.isWell) return [];
  return [
    {
      id: 'contentType',
      level: 'warning',
      seen: `accepted with Content-Type: application/json, refused without one: status ${without.status}`,
      why: 'No document says which Content-Type callbacks have. The only raw request in them has none.',
      source: 'Tencent 1047/34354',
      change: 'Parse every type: express.json({ type: () => true }). imCallbacks does.',
    },
  ];
}

const authentication = 'Tencent 1047/34354, section on authentication';

const unsigned: Found = {
  id: 'unsigned',
  level: 'warning',
  seen: 'a callback without a signature is accepted',
  why: 'Anyone who knows the URL and the SDKAppID, which every client app contains, can send callbacks. (If the receiver has a token, set IM_CALLBACK_TOKEN for doctor.)',
  source: authentication,
  change: 'Turn authentication on in the console, then set tencent.token.',
};

const signatureNotChecked: Found = {
  id: 'signatureNotChecked',
  level: 'problem',
  seen: 'a callback without signature, or with a wrong one, is accepted like a signed one',
  why: 'You have a token, but the receiver does not check it: anyone who knows the URL can send callbacks.',
  source: authentication,
  change: 'Set tencent.token, and remove unsignedGrace.',
};

const staleAccepted: Found = {
  id: 'staleAccepted',
  level: 'warning',
  seen: 'a signature that is ten minutes old is accepted',
  why: 'Anyone who has seen one signed URL, in a log or a proxy, can use it for ever, with any body.',
  source: 'Tencent 647/64412 (one minute)',
  change: 'Compare RequestTime with the clock; tencent.toleranceSeconds is 60 by default.',
};

const appIdNotChecked: Found = {
  id: 'appIdNotChecked',
  level: 'warning',
  seen: 'a callback of another SDKAppID is accepted',
  why: 'Traffic of another app, e.g. of the test environment, would be taken for yours.',
  source: 'Tencent: every page of 1047 asks for the comparison',
  change: 'Compare SdkAppid with your own; imCallbacks does.',
};
