import { wentWell } from '../report/tally';
import { skewOf } from './check-clock';
import type { Found } from './finding';
import { type Answer, type Receiver, statusOf, textOf } from './question';

/** Whether the receiver, or something before it, turns the sender away. */
export async function checkAdmission(receiver: Receiver, answer: Answer): Promise<Found[]> {
  const status = statusOf(answer);
  // Of a path that nobody serves, whatever the page for it says.
  if (status === 404 || status === 405) return [];
  const text = withoutEcho(textOf(answer), answer.request.url);
  const saysNo = status === 401 || status === 403 || !wentWell(answer);
  if (!saysNo) return [];
  const known = sentences.find(({ pattern }) => pattern.test(text));
  if (known !== undefined && known.vendor === receiver.vendor) return [known.found(receiver, status)];
  if (status !== 401 && status !== 403) return [];
  const skewed = await acceptedWithOtherClock(receiver, answer);
  return [skewed ?? turnedAway(answer)];
}

/** Many an error page quotes the request, and doctor's own SDKAppID is none of the receiver's words. */
function withoutEcho(text: string, url: string): string {
  const query = url.split('?')[1] ?? '';
  const quoted = [url, encodeURIComponent(url), query, ...query.split('&')].filter((part) => part !== '');
  const plain = text.replaceAll('&amp;', '&').replaceAll(/"SdkAppid"\s*:\s*"?\d+"?/g, '');
  return quoted.reduce((rest, part) => rest.replaceAll(part, ''), plain);
}

interface Sentence {
  readonly vendor: Receiver['vendor'];
  /** This package's own words (src/failure.ts), and what others write. */
  readonly pattern: RegExp;
  readonly found: (receiver: Receiver, status: number) => Found;
}

const sentences: readonly Sentence[] = [
  {
    vendor: 'tencent',
    pattern: /sdk\s?_?app\s?_?id/i,
    found: ({ flags }, status) => ({
      id: 'wrongAppId',
      level: 'problem',
      seen: `status ${status}: the receiver does not take SDKAppID ${flags.sdkAppId}`,
      why: 'Every callback has the SDKAppID of its app in the URL, and the receiver is set up for another one.',
      source: '1047/34354; every page asks for the comparison',
      change: 'Compare tencent.sdkAppId with the console. If they agree, tell doctor yours: --sdk-app-id.',
    }),
  },
  {
    vendor: 'tencent',
    pattern: /RequestTime is outside/,
    found: (_receiver, status) => clockSkew(`status ${status}: "RequestTime is outside the allowed window"`),
  },
  {
    vendor: 'tencent',
    pattern: /Sign and RequestTime are required/,
    found: (_receiver, status) => ({
      id: 'signatureRequired',
      level: 'problem',
      seen: `status ${status}: the receiver wants a signature, and this request had none`,
      why: 'If authentication is off in the console, every callback is refused like this one.',
      source: '1047/34354, section on authentication',
      change: 'Switch authentication on in the console. For doctor, set IM_CALLBACK_TOKEN to the token.',
    }),
  },
  {
    vendor: 'tencent',
    pattern: /Sign does not match|invalid sign/i,
    found: (_receiver, status) => ({
      id: 'wrongToken',
      level: 'problem',
      seen: `status ${status}: the signature does not match`,
      why: 'The receiver signs with another token than doctor: then it very likely has another one than the console, too.',
      source: '1047/34354, section on authentication',
      change: 'Copy the token from the console into the receiver, without spaces; during a change give it both.',
    }),
  },
  {
    vendor: 'openim',
    pattern: /secret path segment|Basic credentials|address of the caller/,
    found: ({ flags, url }, status) => ({
      id: 'protected',
      level: 'problem',
      seen: `status ${status}: the receiver wants a secret segment, credentials or another address`,
      why: 'A server whose URL lacks them is refused like this.',
      source: 'open-im-server has no signature: these stand in for it',
      change:
        flags.secret || url.credentials !== undefined
          ? 'What doctor was given is not what the receiver has: compare OPENIM_SECRET, --secret or the URL with its openim.secret, openim.credentials and openim.allowedAddresses.'
          : 'Write them into the url of webhooks.yml; for doctor, set OPENIM_SECRET or put them into the URL.',
    }),
  },
];

function clockSkew(seen: string): Found {
  return {
    id: 'clockSkew',
    level: 'problem',
    seen,
    why: 'A signature is good for a minute. A receiver whose clock is further off refuses every callback.',
    source: '647/64412 (one minute); 1047/34354 (the signature)',
    change: "Set the receiver's clock by NTP (timedatectl), and this machine's.",
  };
}

/** Any receiver that checks the time: accepted, once the question is signed with the receiver's own time. */
async function acceptedWithOtherClock(receiver: Receiver, answer: Answer): Promise<Found | undefined> {
  const skewMs = skewOf(answer);
  if (receiver.vendor !== 'tencent' || skewMs === undefined || Math.abs(skewMs) < 5000) return undefined;
  const again = await receiver.ask({ aheadMs: skewMs });
  if (statusOf(again) === 401 || statusOf(again) === 403) return undefined;
  return clockSkew(
    `status ${statusOf(answer)}; accepted when signed with the receiver's time, ${Math.round(skewMs / 1000)} s from here`,
  );
}

function turnedAway(answer: Answer): Found {
  const status = statusOf(answer);
  const scheme = answer.exchange.response?.headers['www-authenticate']?.split(' ')[0];
  const asks = scheme === undefined ? '' : `, and asks for ${scheme} authentication`;
  return {
    id: 'turnedAway',
    level: 'problem',
    seen: `status ${status}${asks}, before the receiver could acknowledge; or the path is wrong`,
    why: 'Authentication, CSRF protection or a firewall stands before the route. Tencent counts it as a failed callback; OpenIM looks at the body alone, and reads a JSON one as an approval.',
    source: 'Tencent 1047/34354, FAQ; open-im-server: the status is never looked at',
    change:
      scheme === 'Basic'
        ? 'Write the credentials into the URL: https://user:password@host/im-callback. Tencent: let the path through.'
        : 'Compare the path with app.use(…). If it is right, let it through there; the receiver has checks of its own.',
  };
}
