import type { Answer, Found } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/** Below this, the server may close a connection just when a sender uses it: Go's client keeps idle ones for 90 s. */
const shortSeconds = 60;

export function checkKeepAlive({ doctor, limitMs }: Examined, { exchange }: Answer): Found[] {
  const { connection, 'keep-alive': keepAlive } = exchange.response?.headers ?? {};
  const { why, source } = doctor.says.keepAlive;
  if (connection?.toLowerCase() === 'close')
    return [
      {
        id: 'noKeepAlive',
        level: 'warning',
        seen: 'the connection is closed after each reply (Connection: close)',
        why: `Each callback needs a new connection and a TLS handshake within its ${limitMs / 1000} seconds.`,
        source,
        change: 'Let the server and the proxy keep connections open.',
      },
    ];
  const [, seconds] = /timeout=(\d+)/.exec(String(keepAlive ?? '')) ?? [];
  if (seconds === undefined || Number(seconds) >= shortSeconds) return [];
  return [
    {
      id: 'shortKeepAlive',
      level: 'warning',
      seen: `idle connections are closed after ${seconds} s (Keep-Alive: timeout=${seconds})`,
      why: [
        'Senders keep connections open. If the server closes one just when a callback arrives, the callback is lost, and the sender does not repeat it.',
        ...(why === undefined ? [] : [why]),
      ],
      source,
      change: 'Set server.keepAliveTimeout to more than the proxy and the senders have, e.g. 75_000.',
    },
  ];
}
