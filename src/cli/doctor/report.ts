import { latencyWords } from '../report/latency';
import { plural } from '../report/plural';
import type { Terminal } from '../report/terminal';
import type { Diagnosis } from './diagnose';
import type { Finding } from './finding';

/** The diagnosis for people. */
export function printDiagnosis(out: Terminal, { vendors, leftOut, latencyMs, findings }: Diagnosis): void {
  out.print(
    `Called as ${vendors.join(' and ')} would.${leftOut.length > 0 ? ` It does not answer in the form of ${leftOut.join(' or ')}; --vendor ${leftOut[0]} looks why.` : ''}`,
  );
  for (const [vendor, latency] of Object.entries(latencyMs)) out.print(`${vendor}: ${latencyWords(latency)}`);
  for (const finding of findings) printFinding(out, finding);
  const problems = findings.filter(({ level }) => level === 'problem').length;
  out.print('');
  out.print(summary(out, problems, findings.length - problems, { vendors, leftOut }));
}

function printFinding(out: Terminal, { id, level, vendors, seen, why, source, change }: Finding): void {
  const style = level === 'problem' ? 'red' : 'yellow';
  out.print('');
  out.print(
    `${out.paint(style, `${level === 'problem' ? '✗' : '!'} ${id}`)} ${out.paint('dim', `(${vendors.join(', ')})`)}`,
  );
  out.print(`  seen    ${seen}`);
  out.print(`  why     ${why}`);
  out.print(`  source  ${source}`);
  out.print(`  change  ${change}`);
}

type Called = Pick<Diagnosis, 'vendors' | 'leftOut'>;

function summary(out: Terminal, problems: number, warnings: number, { vendors, leftOut }: Called): string {
  if (problems + warnings === 0 && leftOut.length > 0)
    return `nothing found for ${vendors.join(' and ')}; ${leftOut.join(' and ')} was left out`;
  if (problems + warnings === 0) return out.paint('green', '✓ nothing found');
  const words = `${plural(problems, 'problem')}, ${plural(warnings, 'warning')}`;
  return out.paint(problems > 0 ? 'red' : 'yellow', words);
}
