/** Percentiles of durations in milliseconds, rounded to tenths. */
export interface Latency {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** Undefined where nothing was measured. */
export function latencyOf(durations: readonly number[]): Latency | undefined {
  if (durations.length === 0) return undefined;
  const sorted = Float64Array.from(durations).sort();
  const at = (share: number) => tenths(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;

export function latencyWords(latency: Latency | undefined): string {
  if (latency === undefined) return 'no replies';
  return Object.entries(latency)
    .map(([name, ms]) => `${name} ${ms} ms`)
    .join('  ');
}
