import type { RequestHandler } from 'express';

/** The policy that browsers enforce: only the page's own files, no inline script or style, nothing from elsewhere. */
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
 * Guards the page. The page has no login, so other web sites must not reach it through a visitor's browser: not by DNS rebinding
 * (a name of theirs that points to this address), and not by sending a form here.
 */
export function guard(pageHosts: readonly string[]): RequestHandler {
  return function guard(req, res, next) {
    res.set(headers);
    const host = (req.headers.host ?? '').toLowerCase();
    if (!pageHosts.includes(host.replace(/:\d+$/, ''))) {
      res.status(403).type('text').send('This page is not served under that name; PAGE_HOSTS lists its names.\n');
    } else if (req.method !== 'GET' && req.method !== 'HEAD' && !isOwnPage(req.headers, host)) {
      // Where the page has no route either, "not found" says more: most likely a sender has a wrong path.
      const isThePages = req.path.startsWith('/api/');
      res
        .status(isThePages ? 403 : 404)
        .type('text')
        .send(isThePages ? 'This is allowed from the page only.\n' : 'Nothing takes this here.\n');
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
