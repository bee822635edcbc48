import { latencyWords } from '../report/latency';
import { and, or, plural } from '../report/phrases';
import { type Painted, paint, type Terminal } from '../terminal/terminal';
import type { Diagnosis } from './diagnose';
import type { Finding } from './finding';

/** The diagnosis for people. */
export function printDiagnosis(out: Terminal, { vendors, leftOut, latencyMs, findings }: Diagnosis): void {
  const [other] = leftOut;
  const why = other && ` It does not reply like ${or(leftOut)}; run with --vendor ${other} to see why.`;
  out.print(vendors.length > 0 ? `Called as ${and(vendors)} would.${why ?? ''}` : 'No receiver was called.');
  for (const [vendor, latency] of Object.entries(latencyMs)) out.print(`${vendor}: ${latencyWords(latency)}`);
  for (const finding of findings) printFinding(out, finding);
  const problems = findings.filter(({ level }) => level === 'problem').length;
  out.print();
  out.print(summary(problems, findings.length - problems, { vendors, leftOut }));
}

function printFinding(out: Terminal, { id, level, vendors, seen, why, source, change }: Finding): void {
  const style = level === 'problem' ? 'red' : 'yellow';
  out.print();
  out.print(paint(style, `${level === 'problem' ? '✗' : '!'} ${id}`), ' ', paint('dim', `(${vendors.join(', ')})`));
  out.print(`  seen    ${seen}`);
  out.print(`  why     ${why}`);
  out.print(`  source  ${source}`);
  out.print(`  change  ${change}`);
}

type Called = Pick<Diagnosis, 'vendors' | 'leftOut'>;

function summary(problems: number, warnings: number, { vendors, leftOut }: Called): string | Painted {
  if (problems + warnings === 0 && leftOut.length > 0)
    return `nothing found for ${and(vendors)}; ${and(leftOut)} was left out`;
  if (problems + warnings === 0) return paint('green', '✓ nothing found');
  const words = `${plural(problems, 'problem')}, ${plural(warnings, 'warning')}`;
  return paint(problems > 0 ? 'red' : 'yellow', words);
}
