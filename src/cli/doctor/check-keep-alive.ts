import type { Found } from './finding';
import type { Answer } from './question';

/** Below this a sender can meet the end of a connection that it keeps: Go's client holds idle ones for 90 s. */
const shortSeconds = 60;

export function checkKeepAlive({ exchange }: Answer): Found[] {
  const { connection, 'keep-alive': keepAlive } = exchange.response?.headers ?? {};
  const [, seconds] = /timeout=(\d+)/.exec(String(keepAlive ?? '')) ?? [];
  if (connection?.toLowerCase() === 'close') return [closes];
  if (seconds === undefined || Number(seconds) >= shortSeconds) return [];
  return [
    {
      id: 'shortKeepAlive',
      level: 'warning',
      seen: `idle connections are closed after ${seconds} s (Keep-Alive: timeout=${seconds})`,
      why: 'Both senders keep their connections. One that is closed just as a callback comes loses it, and nobody sends it again.',
      source: "1047/34354 (persistent connections); open-im-server: Go's HTTP client",
      change: 'Set server.keepAliveTimeout to more than the proxy and the senders have, e.g. 75_000.',
    },
  ];
}

const closes: Found = {
  id: 'noKeepAlive',
  level: 'warning',
  seen: 'the connection is closed after each reply (Connection: close)',
  why: 'Each callback pays for a new connection, and for TLS, out of its 2 or 5 seconds.',
  source: '1047/34354 (persistent connections)',
  change: 'Let server and proxy keep connections.',
};
