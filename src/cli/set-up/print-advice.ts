import type { Found } from '../../vendors/vendor-doctor';
import type { Advice, Part } from '../../vendors/vendor-set-up';
import { table } from '../terminal/table';
import { paint, type Terminal } from '../terminal/terminal';

/** Prints for people what must be set at one vendor. */
export function printAdvice(out: Terminal, label: string, { parts, silent }: Advice, warnings: readonly Found[]): void {
  for (const part of parts) {
    out.print(paint('bold', `${label}: ${part.name}`));
    for (const sentence of part.about) out.print(sentence);
    out.print();
    if (part.rows !== undefined) printLines(out, rowsOf(part));
    if (part.rows !== undefined && part.text !== undefined) out.print();
    if (part.text !== undefined) printLines(out, part.text.split('\n'));
    out.print();
  }
  for (const sentence of silent) out.print(paint('red', '✗ '), `${label}: ${sentence}`);
  for (const { seen, change } of warnings)
    out.print(paint('yellow', '! '), `${label}: ${seen}. ${[change].flat().join(' ')}`);
}

/** Prints what a script copies: the text alone, or else the table. */
export function printPart(out: Terminal, part: Part): void {
  printLines(out, part.text?.split('\n') ?? rowsOf(part));
}

function rowsOf({ rows = [] }: Part): string[] {
  const [first] = rows;
  return first === undefined ? [] : table([Object.keys(first), ...rows.map((row) => Object.values(row))]);
}

function printLines(out: Terminal, lines: readonly string[]): void {
  for (const line of lines) out.print(line);
}
