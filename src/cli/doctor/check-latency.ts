import { latencyOf } from '../report/latency';
import type { Found } from './finding';
import type { Receiver } from './question';

/** Shares of the sender's time: too near the end of it for a longer way, and worth a look. */
const tight = 0.7;
const noticeable = 0.4;

/** Replies that came in time, but not by much. The median, since one may be slow by chance. */
export function checkLatency({ limitMs, vendor }: Receiver, durations: readonly number[], about: string): Found[] {
  const { p50 = 0 } = latencyOf(durations) ?? {};
  if (p50 < limitMs * noticeable) return [];
  return [
    {
      id: 'slow',
      level: p50 >= limitMs * tight ? 'problem' : 'warning',
      seen: `${about}: ${Math.round(p50)} ms of ${limitMs} ms, and the sender's way is longer than from here`,
      why:
        vendor === 'tencent'
          ? 'A before-callback that is late lets the operation through. A reply after just over 1.6 s is one that imCallbacks gave in place of a handler that had not finished.'
          : 'A before-callback that is late fails the operation. A reply after just over 4.5 s is one that imCallbacks gave in place of a handler that had not finished.',
      source: 'Tencent 1047/34354 (2 s); webhooks.yml timeout (5 s)',
      change:
        'Decide from what is in memory, and do the rest afterwards: an inbox acknowledges after-callbacks at once.',
    },
  ];
}
