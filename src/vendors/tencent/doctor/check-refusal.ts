import { describe } from '../../../callback/failure';
import type { Answer, Found, Receiver } from '../../vendor-doctor';
import { badSignature, wrongAppId } from '../receive/failures';
import type { TencentQuestion } from './ask';
import type { TencentFlags } from './flags';
import { says } from './says';

type TencentReceiver = Receiver<TencentFlags, TencentQuestion>;

const unnamed = wrongAppId(undefined).message;
const stale = badSignature('stale').message;
const unsigned = badSignature('missing').message;
const mismatch = badSignature('mismatch').message;

/** What this package says to strangers who call as Tencent. */
const ours = [unnamed, wrongAppId('').message, stale, unsigned, mismatch, badSignature('malformed').message];

export const refusedAsOurs = (text: string): boolean => ours.some((message) => text.includes(message));

/** Why the receiver refuses: by its words, this package's or another's; else by whether another clock helps. */
export async function checkRefusal(
  receiver: TencentReceiver,
  answer: Answer,
  text: string,
): Promise<Found | undefined> {
  const { status } = answer;
  const known = sentences.find(({ isSaid }) => isSaid(text));
  if (known !== undefined) return known.found(status, receiver.flags.sdkAppId);
  return status === 401 || status === 403 ? acceptedWithOtherClock(receiver, answer) : undefined;
}

interface Sentence {
  /** In this package's words, or in those of other receivers. */
  readonly isSaid: (text: string) => boolean;
  readonly found: (status: number, sdkAppId: string) => Found;
}

const sentences: readonly Sentence[] = [
  {
    isSaid: (text) =>
      text.includes(unnamed) || text.includes(describe({ kind: 'noCommand' })) || missesAppId.test(text),
    found: (status) =>
      queryLost(
        `status ${status}: the receiver saw no SdkAppid in the URL, although doctor sent one`,
        `${lost.charAt(0).toUpperCase()}${lost.slice(1)}`,
      ),
  },
  {
    isSaid: (text) => /sdk\s?_?app\s?_?id/i.test(text),
    found: (status, sdkAppId) => ({
      id: 'wrongAppId',
      level: 'problem',
      seen: `status ${status}: the receiver does not accept SDKAppID ${sdkAppId}`,
      why: 'Every callback has the SDKAppID of its app in the URL, and the receiver is set up for another one.',
      source: 'Tencent 1047/34354; every page asks for the comparison',
      change: 'Compare tencent.sdkAppId with the console. If they agree, tell doctor yours: --sdk-app-id.',
    }),
  },
  {
    isSaid: (text) => text.includes(stale),
    found: (status) => clockSkew(`status ${status}: "${stale}"`),
  },
  {
    isSaid: (text) => text.includes(unsigned),
    found: (status) => ({
      id: 'signatureRequired',
      level: 'problem',
      seen: `status ${status}: the receiver requires a signature, and this request had none`,
      why: 'While authentication is off in the console, every callback is refused like this one.',
      source: 'Tencent 1047/34354, section on authentication',
      change: 'Turn authentication on in the console. For doctor, set IM_CALLBACK_TOKEN to the token.',
    }),
  },
  {
    isSaid: (text) => text.includes(mismatch) || /invalid sign/i.test(text),
    found: (status) => ({
      id: 'wrongToken',
      level: 'problem',
      seen: `status ${status}: the signature does not match`,
      why: "The receiver's token differs from doctor's, so it most likely differs from the console's, too.",
      source: 'Tencent 1047/34354, section on authentication',
      change:
        'Copy the token from the console into the receiver, without spaces. While you rotate it, give the receiver both.',
    }),
  },
];

/** As receivers by hand say it: `missing SdkAppid`, `SDKAppID is required`. */
const missesAppId =
  /(missing|without|undefined|empty|\bno)\W{1,3}(\w+\W{1,3}){0,2}sdk\s?_?app\s?_?id|sdk\s?_?app\s?_?id\W{1,3}(\w+\W{1,3}){0,2}(missing|required|undefined|empty)/i;

const lost =
  'look for a proxy or a rewrite rule that drops the query (in nginx, a proxy_pass with variables needs $is_args$args).';

/** By its query a callback is Tencent's; without it, a receiver of both takes it for another vendor's, as one without Tencent does. */
export function takenForAnother({ status }: Answer, other: string): Found {
  return queryLost(`status ${status}: the receiver took the request for a callback of ${other}`, [
    'Mount Tencent: imCallbacks({ tencent: { … } }); or leave its token out for doctor (--no-token).',
    `If it is mounted, ${lost}`,
  ]);
}

function queryLost(seen: string, change: Found['change']): Found {
  return {
    id: 'queryLost',
    level: 'problem',
    seen,
    why: 'Tencent names the app, the command and the signature in the query of the URL. Without it no callback can be accepted.',
    source: 'Tencent 1047/34354',
    change,
  };
}

function clockSkew(seen: string): Found {
  return {
    id: 'clockSkew',
    level: 'problem',
    seen,
    why: 'A signature is valid for a minute. A receiver whose clock is off by more refuses every callback.',
    source: says.clock.source,
    change: "Set the receiver's clock by NTP (timedatectl), and this machine's.",
  };
}

/** A receiver of whatever make that checks the time: it accepts what is signed with its own time. */
async function acceptedWithOtherClock(receiver: TencentReceiver, answer: Answer): Promise<Found | undefined> {
  const { skewMs } = answer;
  if (skewMs === undefined || Math.abs(skewMs) < 5000) return undefined;
  const { status } = await receiver.ask({ own: { aheadMs: skewMs } });
  if (status === 401 || status === 403) return undefined;
  const seconds = Math.round(skewMs / 1000);
  return clockSkew(`status ${answer.status}; accepted when signed with the receiver's time, ${seconds} s from here`);
}
