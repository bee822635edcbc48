import { isIP } from 'node:net';

/**
 * An address as proxies and sockets write it, to the address itself: without port (`192.0.2.1:5678`, `[2001:db8::1]:80`), brackets,
 * zone (`fe80::1%eth0`) and blanks; of several hops the first. Undefined for what is no address at all.
 */
export function plainAddress(written: string | undefined): string | undefined {
  const [first = ''] = (written ?? '').split(',', 1);
  const text = first.trim();
  const inBrackets = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1];
  const withPort = /^([\d.]+):\d+$/.exec(text)?.[1];
  const address = (inBrackets ?? withPort ?? text).replace(/%.*$/, '');
  return isIP(address) === 0 ? undefined : address;
}
