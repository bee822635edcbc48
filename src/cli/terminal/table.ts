import { harmless } from '../../observe/harmless';
import { cutTo, widthOf } from './width';

/** Rows in columns two spaces apart. The last column is not padded; `width` cuts the line. */
export function table(rows: readonly (readonly string[])[], width?: number): string[] {
  // Measured as they will be shown.
  const cells = rows.map((row) => row.map(harmless));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  }
  return cells.map((row) => {
    const line = row.map((cell, i) => (i === row.length - 1 ? cell : padded(cell, widths[i] ?? 0))).join('  ');
    return width === undefined ? line.trimEnd() : cutTo(Math.max(1, width), line.trimEnd());
  });
}

const padded = (cell: string, width: number) => cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
