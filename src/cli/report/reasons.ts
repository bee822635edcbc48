import type { Sent } from '../../sender';
import type { Conceal } from '../secrets/conceal';
import { shownConclusion } from './sent-report';
import { wentWell } from './tally';

/** Why callbacks failed, counted. */
export interface Reasons {
  add(sent: Sent): void;
  /** The most frequent one. */
  readonly usual: { readonly why: string; readonly times: number } | undefined;
}

/** A reply that quotes something new each time must not fill the memory. */
const mostKept = 100;

export function makeReasons(conceal: Conceal): Reasons {
  const counts = new Map<string, number>();
  return {
    add(sent) {
      if (wentWell(sent)) return;
      const { why } = shownConclusion(sent, conceal);
      if (counts.has(why) || counts.size < mostKept) counts.set(why, (counts.get(why) ?? 0) + 1);
    },
    get usual() {
      const [first] = [...counts].sort(([, a], [, b]) => b - a);
      return first && { why: first[0], times: first[1] };
    },
  };
}
