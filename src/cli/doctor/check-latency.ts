import type { Found } from '../../vendors/vendor-doctor';
import { latencyOf } from '../report/latency';
import type { Examined } from './receiver';

/**
 * Shares of the sender's time limit: from `tight` on a problem, because the sender is farther away than this machine;
 * from `noticeable` on a warning.
 */
const tight = 0.7;
const noticeable = 0.4;

/** Finds replies that came only just in time. It takes the median, since a single reply may be slow by chance. */
export function checkLatency({ limitMs, doctor }: Examined, durations: readonly number[], about: string): Found[] {
  const { p50 = 0 } = latencyOf(durations) ?? {};
  if (p50 < limitMs * noticeable) return [];
  const { why = '', source } = doctor.says.slow;
  return [
    {
      id: 'slow',
      level: p50 >= limitMs * tight ? 'problem' : 'warning',
      seen: `${about}: ${Math.round(p50)} ms of ${limitMs} ms, and the sender is farther away than this machine`,
      why: [
        why,
        `A reply after just over ${doctor.deadlineMs / 1000} s comes from imCallbacks, because the handler had not finished.`,
      ],
      source,
      change: 'Decide from data in memory, and do the rest afterwards: an inbox acknowledges after-callbacks at once.',
    },
  ];
}
