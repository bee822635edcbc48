import { performance } from 'node:perf_hooks';
import type { Tally } from '../report/tally';
import type { Terminal } from './terminal';

export interface ProgressBar {
  /** Draws, at most ten times a second. */
  step(): void;
  /** Clears the line. */
  end(): void;
}

const none: ProgressBar = { step() {}, end() {} };
const width = 24;

/** One line on stderr that is redrawn; on a terminal only. */
export function progressBar({ live, redraw }: Terminal, total: number, tally: Tally): ProgressBar {
  if (!live) return none;
  const startedAt = performance.now();
  let drawnAt = 0;
  return {
    step() {
      const now = performance.now();
      if (now - drawnAt < 100) return;
      drawnAt = now;
      const filled = Math.round((tally.count / Math.max(1, total)) * width);
      const bar = '█'.repeat(filled).padEnd(width, '░');
      const rate = Math.round(tally.count / ((now - startedAt) / 1000));
      const { recentMs } = tally;
      const times = recentMs === undefined ? '' : `  p50 ${recentMs.p50} ms  p99 ${recentMs.p99} ms`;
      redraw(`${bar} ${tally.count}/${total}  ${rate}/s${times}  failed ${tally.failed}`);
    },
    end: () => redraw(''),
  };
}
