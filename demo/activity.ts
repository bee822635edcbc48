import type { FailureReport, SettledRecord } from 'express-im-callbacks';

/** How long each vendor waits for an answer, in milliseconds. */
const limits = { tencent: 2000, openim: 5000 } as const;
const seconds = 60;
const mostTimes = 500;

export interface Latency {
  readonly vendor: string;
  readonly limitMs: number;
  readonly p50: number | null;
  readonly p99: number | null;
}

export interface Activity {
  /** For the hook `onSettled`. */
  settled(record: SettledRecord): void;
  /** For the hook `onFailure`. */
  failed(failure: FailureReport): void;
  snapshot(): {
    /** Callbacks in each of the last 60 seconds, the present one last. */
    readonly perSecond: readonly number[];
    readonly latency: readonly Latency[];
    readonly failures: Readonly<Record<string, number>>;
  };
}

/** Numbers of this process, in memory and of bounded size. Numbers that must survive it belong in a metrics system. */
export function makeActivity(now: () => number = Date.now): Activity {
  const perSecond: number[] = new Array(seconds).fill(0);
  const failures: Record<string, number> = {};
  const times = { tencent: [] as number[], openim: [] as number[] };
  let second = Math.floor(now() / 1000);

  /** Clears the slots of the seconds that have begun since the last call; each second has its slot in the ring. */
  function advance(): number {
    const present = Math.floor(now() / 1000);
    for (let passed = Math.max(second + 1, present - seconds + 1); passed <= present; passed++) {
      perSecond[passed % seconds] = 0;
    }
    second = present;
    return present % seconds;
  }

  return {
    settled({ vendor, status, ms }) {
      // An attempt of the inbox has no status, and nobody waits for it.
      if (status === 0) return;
      const place = advance();
      perSecond[place] = (perSecond[place] ?? 0) + 1;
      const ring = times[vendor];
      ring.push(ms);
      if (ring.length > mostTimes) ring.shift();
    },
    failed({ kind }) {
      failures[kind] = (failures[kind] ?? 0) + 1;
    },
    snapshot() {
      const place = advance();
      const ordered = [...perSecond.slice(place + 1), ...perSecond.slice(0, place + 1)];
      const latency = (['tencent', 'openim'] as const).map((vendor) => {
        const sorted = times[vendor].toSorted((a, b) => a - b);
        const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? null;
        return { vendor, limitMs: limits[vendor], p50: at(0.5), p99: at(0.99) };
      });
      return { perSecond: ordered, latency, failures: { ...failures } };
    },
  };
}
