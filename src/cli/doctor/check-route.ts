import { openimServer } from '../../vendors/openim/send/servers';
import type { Found } from './finding';
import { type Answer, type Receiver, statusOf, textOf } from './question';

/** Paths at which receivers are mounted as a rule. */
const usual = ['/im-callback', '/im_callback', '/callback', '/callbacks', '/webhook', '/webhooks', '/im', '/'];

/** A path that nobody serves: 404 or 405, or Express' own words. */
export async function checkRoute(receiver: Receiver, answer: Answer): Promise<Found[]> {
  if (!isNowhere(answer)) return [];
  if (await answersWithoutCommand(receiver)) return [commandNotRouted(receiver, answer)];
  return [wrongMount(receiver, answer, await elsewhere(receiver))];
}

export function isNowhere(answer: Answer): boolean {
  const status = statusOf(answer);
  return status === 404 || status === 405 || /Cannot POST/.test(textOf(answer));
}

/** A route at the configured URL itself, which is where documents for older servers put it. */
async function answersWithoutCommand(receiver: Receiver): Promise<boolean> {
  if (receiver.vendor !== 'openim') return false;
  const { commandIn } = openimServer(receiver.flags.serverVersion ?? '3.8');
  return commandIn === 'path' && !isNowhere(await receiver.ask({ commandIn: 'body' }));
}

function commandNotRouted({ url, vendor }: Receiver, answer: Answer): Found {
  return {
    id: 'commandNotRouted',
    level: 'problem',
    seen: `POST ${url.path} is answered, but POST ${url.path}/<command> is not: status ${statusOf(answer)}`,
    why: `Servers from 3.4.2 on append the command to the path. ${approval(vendor, answer)}`.trim(),
    source: 'open-im-server#2629, #2324, #2555, #3605',
    change: `Route both: app.use('${url.path}', imCallbacks({ … })), or app.post('${url.path}/:command', …).`,
  };
}

async function elsewhere(receiver: Receiver): Promise<string | undefined> {
  const { path } = receiver.url;
  const parent = path.replace(/\/[^/]*\/?$/, '');
  const candidates = new Set([parent, `${path.replace(/\/$/, '')}/im-callback`, ...usual]);
  for (const candidate of candidates) {
    if (candidate === path || candidate === '') continue;
    const answer = await receiver.ask({ path: candidate });
    if (/"?(ActionStatus|actionCode)"?/.test(textOf(answer)) || statusOf(answer) === 403) return candidate;
  }
  return undefined;
}

function wrongMount({ url, vendor }: Receiver, answer: Answer, found: string | undefined): Found {
  const there = found === undefined ? '' : `; a receiver answers at ${found}`;
  return {
    id: 'wrongMount',
    level: 'problem',
    seen: `status ${statusOf(answer)} for POST ${url.path || '/'}${there}`,
    why: `Nothing is mounted there, or only for another method. ${approval(vendor, answer)}`.trim(),
    source: 'Tencent 1047/34354 (status 200 only); open-im-server#2629',
    change:
      found === undefined
        ? 'Compare the path with app.use(…) and with what a proxy in front cuts off; mount the receiver before the 404 handler.'
        : `Configure ${url.origin}${found} at the sender, or mount the receiver at ${url.path || '/'}.`,
  };
}

/** The trap in a 404 of an API: OpenIM reads no status. */
function approval(vendor: Receiver['vendor'], { conclusion }: Answer): string {
  const approves = vendor === 'openim' && conclusion.result !== 'failed';
  return approves ? 'The reply is a JSON object, which OpenIM reads as an approval, a 404 or not.' : '';
}
