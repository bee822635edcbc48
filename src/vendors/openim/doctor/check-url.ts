import type { Found, Receiver } from '../../vendor-doctor';
import { type OpenimFlags, serverOf } from './flags';

/** Whether a route finds the command, which the server appends to the end of the URL. */
export function checkUrl({ url, flags }: Pick<Receiver<OpenimFlags>, 'url' | 'flags'>): Found[] {
  return [...queryInUrl(url.path, flags), ...trailingSlash(url.path)];
}

function queryInUrl(path: string, flags: OpenimFlags): Found[] {
  if (!path.includes('?') || serverOf(flags).commandIn === 'body') return [];
  return [
    {
      id: 'queryInUrl',
      level: 'problem',
      seen: `the URL has a query: ?${parameterIn(path)}…`,
      why: 'The server appends the command to the end of the URL, so it becomes part of the last parameter, and no route matches.',
      source: 'open-im-server, how its HTTP client builds the URL (3.0 on)',
      change: 'Move it into the path: https://host/im-callback/<secret>.',
    },
  ];
}

/** Its name; a parameter without = may be a secret. */
const parameterIn = (path: string) => /\?([^=&]*)=/.exec(path)?.[1] ?? '';

function trailingSlash(path: string): Found[] {
  if (!path.endsWith('/') || path === '/') return [];
  return [
    {
      id: 'trailingSlash',
      level: 'warning',
      seen: `the URL's path ends in a slash: ${path}`,
      why: 'The server appends "/" and the command, and some routers and proxies match no route with two slashes in a row.',
      source: 'open-im-server, how its HTTP client builds the URL (3.4.2 on)',
      change: 'Remove the slash in webhooks.yml.',
    },
  ];
}
