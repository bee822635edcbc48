/** The results of sent callbacks: counted here, put into words in the files beside this one. */

import type { ConclusionResult, Sent } from '../../sender';
import { type ExitCode, exitCode } from '../process/exit-code';
import { type Latency, latencyOf } from './latency';

export interface Summary {
  /** Requests that went out, repetitions by the sender included. */
  readonly requests: number;
  readonly results: Readonly<Partial<Record<ConclusionResult, number>>>;
  /** Among `ignored`: replies which say that something went wrong. */
  readonly notAcknowledged: number;
  /** Of those that got a reply. */
  readonly latencyMs: Latency | undefined;
}

/** Counts the results of callbacks. */
export interface Tally {
  add(sent: Sent): void;
  readonly summary: Summary;
  /** Of the latest 500 replies: cheap enough for a progress bar. */
  readonly recentMs: Latency | undefined;
  readonly count: number;
  /** How many did not go as they should. */
  readonly failed: number;
}

export function makeTally(): Tally {
  const results: Partial<Record<ConclusionResult, number>> = {};
  const durations: number[] = [];
  const counts = { requests: 0, all: 0, failed: 0, notAcknowledged: 0 };
  return {
    add(sent) {
      const { conclusion, response, ms, tries } = sent;
      counts.all += 1;
      counts.requests += tries.length;
      results[conclusion.result] = (results[conclusion.result] ?? 0) + 1;
      if (conclusion.result === 'ignored' && !conclusion.acknowledged) counts.notAcknowledged += 1;
      if (!wentWell(sent)) counts.failed += 1;
      if (response !== undefined) durations.push(ms);
    },
    get summary() {
      return {
        requests: counts.requests,
        results: { ...results },
        notAcknowledged: counts.notAcknowledged,
        latencyMs: latencyOf(durations),
      };
    },
    get recentMs() {
      return latencyOf(durations.slice(-500));
    },
    get count() {
      return counts.all;
    },
    get failed() {
      return counts.failed;
    },
  };
}

/** A verdict, or an acknowledgement after the fact. */
export function wentWell({ conclusion }: Pick<Sent, 'conclusion'>): boolean {
  if (conclusion.result === 'ignored') return conclusion.acknowledged;
  return conclusion.result !== 'failed' && conclusion.result !== 'lost' && conclusion.result !== 'undocumented';
}

export function exitCodeOf({ failed, summary }: Tally): ExitCode {
  if (failed > 0) return exitCode.notAsItShouldBe;
  const { refused = 0, dropped = 0 } = summary.results;
  return refused + dropped > 0 ? exitCode.refused : exitCode.done;
}
