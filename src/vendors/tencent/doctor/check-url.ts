import type { Found, Receiver } from '../../vendor-doctor';

/** Whether Tencent's servers can reach the URL, and whether others can read what they send. */
export function checkUrl({ url }: Pick<Receiver, 'url'>): Found[] {
  const { hostname, protocol } = new URL(url.origin);
  return [...privateAddress(hostname), ...noTls(protocol, hostname)];
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
      source: 'Tencent 1047/34354, FAQ',
      change: 'Configure a public address in the console; use this one only to try things out.',
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
      why: 'The signature does not cover the body. Anyone who sees a signed URL on its way can send any body with it for a minute.',
      source: 'Tencent 1047/34354',
      change: 'Use https:// with a public certificate.',
    },
  ];
}
