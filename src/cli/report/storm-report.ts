import type { StormPlan } from '../schedule/storm-plan';
import { table } from '../terminal/table';
import { paint, type Terminal } from '../terminal/terminal';
import type { Reasons } from './reasons';
import { summaryRows } from './sent-report';
import type { Tally } from './tally';

/** What was planned, and the results. */
export function printStorm(
  out: Terminal,
  plan: StormPlan,
  tally: Tally,
  seconds: number,
  seed: number,
  { usual }: Reasons,
): void {
  const rows = [...planRows(plan), ...summaryRows(tally.summary, tally.count), ['seconds', String(seconds)]];
  for (const line of table(rows)) out.print(line);
  const { failed } = tally;
  if (failed > 0) out.print(paint('red', `${failed} did not go as they should; the same again: --seed ${seed}`));
  if (usual !== undefined) out.print(`  most often (${usual.times}): ${usual.why}`);
}

function planRows({ duplicated, reordered, late, lost }: StormPlan): string[][] {
  const planned = { duplicated, reordered, late, 'lost on the way': lost };
  return Object.entries(planned).map(([name, n]) => [name, String(n)]);
}
