import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type HttpRequest, targetOf } from '../../../callback/http-request';
import { openimIndex } from '../catalogue';

/** How many segments of a path are checked; no mount has more. */
const mostSegments = 16;

/** A request of Express and similar routers: it has parts of the URL in several places. */
type RoutedRequest = IncomingMessage & {
  originalUrl?: string;
  baseUrl?: string;
  _parsedUrl?: unknown;
  _parsedOriginalUrl?: unknown;
};

/**
 * Looks for the secret among the segments of the whole path, because hosts strip different parts of it: `app.use` takes the mount
 * off `req.url`, a route, a controller and a bare server do not, and a mount at `/:secret` takes the secret off.
 *
 * The secret is then removed from every URL that an access log may read. So is a segment that may be a wrong secret: an old
 * secret is sensitive, too. parseurl's cache of the URLs for Express is removed as well.
 */
export function findSecret(secrets: readonly string[]) {
  const digests = secrets.map(digest);
  return function findSecret(request: HttpRequest, req: RoutedRequest): HttpRequest {
    const segments = segmentsOf(pathOf(req.originalUrl ?? targetOf(req)));
    const secret = segments.find((segment) => isOneOf(digests, segment));
    const hidden = secret === undefined ? wrongSecrets(segments, request.path) : [secret];
    req.url = without(hidden, targetOf(req));
    if (req.originalUrl !== undefined) req.originalUrl = without(hidden, req.originalUrl);
    if (req.baseUrl) req.baseUrl = without(hidden, req.baseUrl);
    if (req._parsedUrl !== undefined) req._parsedUrl = undefined;
    if (req._parsedOriginalUrl !== undefined) req._parsedOriginalUrl = undefined;
    return { ...request, path: without(hidden, request.path), secretIsRight: secret !== undefined };
  };
}

function pathOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? url : url.slice(0, mark);
}

function segmentsOf(path: string): string[] {
  return path.split('/', mostSegments).filter((segment) => segment !== '');
}

/**
 * Segments that may be meant as a secret: the first below the mount, and any that has the length of a secret and names no
 * command.
 */
function wrongSecrets(segments: readonly string[], path: string): string[] {
  const [first] = segmentsOf(path);
  return segments.filter((one) => !openimIndex.has(one) && (one === first || /^[\w-]{16,}$/.test(one)));
}

/** The URL without these segments of its path. */
function without(hidden: readonly string[], url: string): string {
  const path = pathOf(url);
  const kept = path.split('/').filter((segment) => !hidden.includes(segment));
  const cut = kept.join('/');
  return `${cut === '' && path !== '' ? '/' : cut}${url.slice(path.length)}`;
}

/** Every secret is tried, and digests have one length, so neither which one matches nor its length shows in the time taken. */
export function isOneOf(digests: readonly Buffer[], guess: string): boolean {
  const given = digest(guess);
  let matches = false;
  for (const expected of digests) if (timingSafeEqual(given, expected)) matches = true;
  return matches;
}

export function digest(value: string): Buffer {
  return hash('sha256', value, 'buffer');
}
