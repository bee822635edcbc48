import type { Found } from './finding';
import { type Answer, type Receiver, statusOf } from './question';

/** A redirect in the way: to a login page, to https, to a path with a slash. */
export function checkRedirect({ conceal }: Receiver, answer: Answer): Found[] {
  const status = statusOf(answer);
  const location = answer.exchange.response?.headers.location;
  if (status < 300 || status > 399 || location === undefined) return [];
  // Without its query, which may hold the request's own; its path may hold the secret, where it was made of the request's.
  const where =
    conceal(location)
      .replace(/\/\/[^/?#@]*@/, '//')
      .split(/[?#]/)[0] ?? '';
  const isLogin = /log-?in|sign-?in|auth|sso/i.test(where);
  const seen = `status ${status}, to ${where}`;
  if (isLogin) {
    return [
      {
        id: 'authRedirect',
        level: 'problem',
        seen,
        why: 'Something that asks for a login stands before the receiver. No sender can log in: Tencent counts the redirect as a failed callback, OpenIM follows it with a GET and reads the login page.',
        source: 'Tencent 1047/34354, FAQ; open-im-server: Go follows redirects',
        change: 'Mount the receiver before the login middleware, or let its path through there.',
      },
    ];
  }
  return [
    {
      id: 'redirect',
      level: 'problem',
      seen,
      why: 'Tencent counts any status but 200 as a failed callback. OpenIM follows: 301, 302 and 303 turn the POST into a GET without a body, only 307 and 308 keep it.',
      source: 'Tencent 1047/34354; open-im-server: Go follows redirects',
      change: `Configure the URL that it leads to (${where}), or take the redirect away for this path.`,
    },
  ];
}
