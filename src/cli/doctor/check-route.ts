import type { Answer, Found } from '../../vendors/vendor-doctor';
import { isReceivers } from './check-body-parser';
import type { Examined } from './receiver';

/** Paths at which receivers are usually mounted. */
const usual = ['/im-callback', '/im_callback', '/callback', '/callbacks', '/webhook', '/webhooks', '/im', '/'];

/** Finds a path that nothing serves. */
export async function checkRoute(receiver: Examined, answer: Answer): Promise<Found[]> {
  if (!answer.isNowhere) return [];
  const own = await receiver.doctor.checkRoute?.(receiver, answer);
  return [own ?? wrongMount(receiver, answer, await elsewhere(receiver))];
}

async function elsewhere(receiver: Examined): Promise<string | undefined> {
  const { path } = receiver.url;
  const parent = path.replace(/\/[^/]*\/?$/, '');
  const candidates = new Set([parent, `${path.replace(/\/$/, '')}/im-callback`, ...usual]);
  for (const candidate of candidates) {
    if (candidate === path || candidate === '') continue;
    const answer = await receiver.ask({ path: candidate });
    if (isReceivers(answer) || answer.status === 403) return candidate;
  }
  return undefined;
}

function wrongMount({ url, doctor }: Examined, answer: Answer, found: string | undefined): Found {
  const there = found === undefined ? '' : `; a receiver answers at ${found}`;
  const { why, source } = doctor.says.nowhere;
  return {
    id: 'wrongMount',
    level: 'problem',
    seen: `status ${answer.status} for POST ${url.path || '/'}${there}`,
    why: [
      'Nothing is mounted there, or only for another method.',
      ...(why === undefined ? [] : [why]),
      ...(doctor.takenForApproval?.(answer) ?? []),
    ],
    source,
    change:
      found === undefined
        ? 'Compare the path with app.use(…) and with the part that a proxy in front removes; mount the receiver before the 404 handler.'
        : `Configure ${url.origin}${found} at the sender, or mount the receiver at ${url.path || '/'}.`,
  };
}
