import { openimServer } from '../../vendors/openim/send/servers';
import type { Found } from './finding';
import type { Receiver } from './question';

/** What the URL itself gives away. */
export function checkUrl({ vendor, url, flags }: Receiver): Found[] {
  const { hostname, protocol } = new URL(url.origin);
  return vendor === 'openim'
    ? [...queryInUrl(url.path, flags.serverVersion), ...trailingSlash(url.path)]
    : [...privateAddress(hostname), ...noTls(protocol, hostname)];
}

function queryInUrl(path: string, serverVersion: Receiver['flags']['serverVersion'] = '3.8'): Found[] {
  if (!path.includes('?') || openimServer(serverVersion).commandIn === 'body') return [];
  return [
    {
      id: 'queryInUrl',
      level: 'problem',
      seen: `the URL has a query: ?${parameterIn(path)}…`,
      why: 'The server glues the command to the end of the URL, so that it becomes part of the last parameter, and no route matches.',
      source: 'open-im-server, how its HTTP client makes the URL (3.0 on)',
      change: 'Put what stands there into the path: https://host/im-callback/<secret>.',
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
      why: 'The server glues "/" and the command to it, and two slashes in a row match no route in some routers and proxies.',
      source: 'open-im-server, how its HTTP client makes the URL (3.4.2 on)',
      change: 'Leave the slash out in webhooks.yml.',
    },
  ];
}

const loopback = /^(localhost|127\..*|\[::1\])$/;
const notPublic = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])/i;

function privateAddress(hostname: string): Found[] {
  if (!notPublic.test(hostname)) return [];
  return [
    {
      id: 'privateAddress',
      level: 'warning',
      seen: `${hostname} is an address of a private network`,
      why: "Tencent's servers cannot reach it.",
      source: '1047/34354, FAQ',
      change: 'Configure a public address in the console; this one is good for trying only.',
    },
  ];
}

function noTls(protocol: string, hostname: string): Found[] {
  if (protocol === 'https:' || loopback.test(hostname) || notPublic.test(hostname)) return [];
  return [
    {
      id: 'noTls',
      level: 'warning',
      seen: 'the URL is http://',
      why: 'The signature does not cover the body, and whoever sees a signed URL on its way can use it for a minute, with any body.',
      source: '1047/34354',
      change: 'Use https:// with a public certificate.',
    },
  ];
}
