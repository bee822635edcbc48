import type { Found } from './finding';
import type { Answer, Receiver } from './question';

/** How far the receiver's clock is ahead of this machine's, by its Date header, in milliseconds. */
export function skewOf({ exchange, at }: Answer): number | undefined {
  const { date } = exchange.response?.headers ?? {};
  const ms = date === undefined ? Number.NaN : Date.parse(date);
  // The header has whole seconds, cut off.
  return Number.isNaN(ms) ? undefined : ms + 500 - at;
}

/** What a signature bears; and what is worth telling before that. */
const windowMs = 60_000;
const noticeableMs = 10_000;

export function checkClock({ vendor }: Receiver, answer: Answer): Found[] {
  const skewMs = skewOf(answer);
  if (skewMs === undefined || Math.abs(skewMs) < noticeableMs) return [];
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const isBroken = vendor === 'tencent' && Math.abs(skewMs) >= windowMs;
  return [
    {
      id: 'clockSkew',
      level: isBroken ? 'problem' : 'warning',
      seen: `the Date header is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine's clock`,
      why: 'A signature is good for a minute, by the clock of the receiver; and times in logs and events do not fit together.',
      source: '647/64412 (one minute); 1047/34354 (the signature)',
      change: "Set the receiver's clock by NTP (timedatectl), and this machine's.",
    },
  ];
}
