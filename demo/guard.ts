import type { RequestHandler } from 'express';

/** What browsers hold the page to: its own files and nothing else; no inline script or style, nothing from elsewhere. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/**
 * Stands in front of the page. The page has no login, so other web sites must not get at it through the browser of
 * somebody who does reach it: not by a name of theirs that they point to this address, and not by sending a form here.
 */
export function guard(pageHosts: readonly string[]): RequestHandler {
  return function guard(req, res, next) {
    res.set(headers);
    const host = (req.headers.host ?? '').toLowerCase();
    if (!pageHosts.includes(host.replace(/:\d+$/, ''))) {
      res
        .status(403)
        .type('text')
        .send('This page is not served under that name; PAGE_HOSTS lists those that it has.\n');
    } else if (req.method !== 'GET' && req.method !== 'HEAD' && !isOwnPage(req.headers, host)) {
      // Where the page does nothing either, "not there" tells more: most likely a sender has a wrong path.
      const isThePages = req.path.startsWith('/api/');
      res
        .status(isThePages ? 403 : 404)
        .type('text')
        .send(isThePages ? 'This may be done from the page only.\n' : 'Nothing takes this here.\n');
    } else {
      next();
    }
  };
}

function isOwnPage(headers: Readonly<Record<string, string | string[] | undefined>>, host: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin === `http://${host}` || origin === `https://${host}`;
}
