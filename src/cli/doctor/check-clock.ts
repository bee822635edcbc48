import type { Answer, Found } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/** Smaller differences are not reported; in milliseconds. */
const noticeableMs = 10_000;

/** Whether the receiver's clock is wrong, by its Date header. */
export function checkClock({ doctor }: Examined, { skewMs }: Answer): Found[] {
  if (skewMs === undefined || Math.abs(skewMs) < noticeableMs) return [];
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const { why, source, breaksAtMs = Number.POSITIVE_INFINITY } = doctor.says.clock;
  return [
    {
      id: 'clockSkew',
      level: Math.abs(skewMs) >= breaksAtMs ? 'problem' : 'warning',
      seen: `the Date header is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine's clock`,
      why: [...(why === undefined ? [] : [why]), 'Times in logs and in events do not match.'],
      source,
      change: "Set the receiver's clock by NTP (timedatectl), and this machine's.",
    },
  ];
}
