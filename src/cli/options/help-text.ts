import type { HelpTopic } from '../../vendors/vendor-command-line';
import { commandLineOf, vendorNames } from '../command-lines';

export interface HelpText {
  /** Whole command lines; the vendors' own come before them. */
  readonly examples?: readonly string[];
  /** Paragraphs; the vendors' own come after them. */
  readonly notes?: readonly string[];
  /** The last paragraph: what the exit code says. */
  readonly exits?: string;
}

/** What help prints after the options. */
export function helpText(topic: HelpTopic, { examples = [], notes = [], exits }: HelpText): string {
  const own = vendorNames.map((vendor) => commandLineOf(vendor).help[topic]);
  const lines = [...own.flatMap((help) => help?.examples ?? []), ...examples];
  const paragraphs = [...notes, ...own.flatMap((help) => help?.notes ?? []), ...(exits === undefined ? [] : [exits])];
  return ['', `Examples:\n${lines.map((line) => `  ${line}`).join('\n')}`, ...paragraphs.map(wrapped)]
    .join('\n\n')
    .slice(1);
}

/** Breaks a paragraph into lines that fit a terminal. A list already consists of lines. */
function wrapped(paragraph: string): string {
  if (paragraph.includes('\n')) return paragraph;
  return paragraph.replaceAll(/(.{1,110})(?: |$)/g, '$1\n').trimEnd();
}
