import type { Answer, Found } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/** A redirect in the way: to a login page, to https, to a path with a slash. */
export function checkRedirect({ conceal, doctor }: Examined, { status, exchange }: Answer): Found[] {
  const location = exchange.response?.headers.location;
  if (status < 300 || status > 399 || location === undefined) return [];
  // Without the query, which may repeat the request's. If the path repeats the request's, it may hold the secret, so it
  // is concealed.
  const where =
    conceal(location)
      .replace(/\/\/[^/?#@]*@/, '//')
      .split(/[?#]/)[0] ?? '';
  const isLogin = /log-?in|sign-?in|auth|sso/i.test(where);
  const seen = `status ${status}, to ${where}`;
  const { why = '', source } = doctor.says.redirect;
  if (isLogin)
    return [
      {
        id: 'authRedirect',
        level: 'problem',
        seen,
        why: ['The receiver is behind a login, and no sender can log in.', why],
        source,
        change: 'Mount the receiver before the login middleware, or let its path through there.',
      },
    ];
  return [
    {
      id: 'redirect',
      level: 'problem',
      seen,
      why,
      source,
      change: `Configure the URL that it leads to (${where}), or remove the redirect for this path.`,
    },
  ];
}
