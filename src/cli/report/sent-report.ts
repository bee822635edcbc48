import type { Phase } from '../../catalogue/command';
import type { Sent } from '../../sender';
import { type Conceal, concealedIn, concealer, type Secrets } from '../secrets/conceal';
import { shownRequest } from '../secrets/shown-request';
import { wordsFor } from './conclusion-words';
import { latencyWords } from './latency';
import { table } from './table';
import type { Tally } from './tally';
import type { Terminal } from './terminal';

/** A callback that was sent, and what came of it. */
export interface SentCallback {
  readonly wire: string;
  /** Undefined for a command that the catalogue does not know. */
  readonly phase: Phase | undefined;
  readonly sent: Sent;
}

type Hidden = Secrets & { verbose?: boolean };

/** One callback at length. */
export function printOne(out: Terminal, { wire, sent }: SentCallback, flags: Hidden): void {
  const { response, ms, tries } = sent;
  const conceal = concealer(flags);
  const conclusion = shownConclusion(sent, conceal);
  const { reply, next, style } = wordsFor(conclusion);
  if (flags.verbose) printRequest(out, sent, flags);
  const status = response === undefined ? 'no reply' : String(response.status);
  const times = tries.length > 1 ? `, attempt ${tries.length}` : '';
  out.print(`${wire} → ${status} in ${Math.round(ms)} ms${times}`);
  if (response !== undefined) out.print(out.paint('dim', `  ${excerpt(conceal(response.body))}`));
  out.print(`  ${out.paint(style, reply)}: ${next}`);
  out.print(out.paint('dim', `  ${conclusion.why}`));
}

/** It may quote the reply, and there it has cut it already. */
export function shownConclusion({ conclusion, response }: Pick<Sent, 'conclusion' | 'response'>, conceal: Conceal) {
  const text = response?.body ?? '';
  const start = JSON.stringify(text.slice(0, 20));
  const why = conclusion.why.replace(start, () => JSON.stringify(conceal(text).slice(0, 20)));
  return concealedIn({ ...conclusion, why }, conceal);
}

function printRequest(out: Terminal, { request }: Sent, flags: Hidden): void {
  const { method, url, headers, body } = shownRequest(request, flags);
  out.print(out.paint('cyan', `${method} ${url}`));
  for (const [name, value] of Object.entries(headers)) out.print(out.paint('dim', `${name}: ${value}`));
  out.print(`${body.trimEnd()}\n`);
}

/** One line of at most 300 characters, without control characters that would act on the terminal. */
function excerpt(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a reply may hold any of them, and is printed
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  if (line === '') return '(empty)';
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** Several callbacks, one line each. */
export function printEach(out: Terminal, callbacks: readonly SentCallback[], flags: Hidden): void {
  const conceal = concealer(flags);
  const rows = callbacks.map(({ wire, sent }) => [
    wire,
    String(sent.response?.status ?? '-'),
    `${Math.round(sent.ms)} ms`,
    wordsFor(shownConclusion(sent, conceal)).reply,
  ]);
  for (const line of table(rows, out.columns)) out.print(line);
  out.print('');
}

/** What came of all of them. */
export function printSummary(out: Terminal, { summary, count, failed }: Tally): void {
  for (const line of table(summaryRows(summary, count))) out.print(line);
  if (failed > 0) out.print(out.paint('red', `${failed} of ${count} did not go as they should`));
}

export function summaryRows(
  { requests, results, notAcknowledged, latencyMs }: Tally['summary'],
  count: number,
): string[][] {
  return [
    ['callbacks', String(count)],
    ['requests', String(requests)],
    ...Object.entries(results).map(([result, n]) => [resultWords[result] ?? result, String(n)]),
    ...(notAcknowledged > 0 ? [['  of which with an error', String(notAcknowledged)]] : []),
    ['latency', latencyWords(latencyMs)],
  ];
}

/** After the fact a reply is acknowledged, and ignored. */
const resultWords: Readonly<Record<string, string>> = { ignored: 'acknowledged' };

/** The same as data. */
export function sentRecord({ wire, phase, sent }: SentCallback, flags: Hidden): object {
  const { request, response, ms, tries } = sent;
  const conceal = concealer(flags);
  const conclusion = shownConclusion(sent, conceal);
  return {
    command: wire,
    phase: phase ?? null,
    result: conclusion.result,
    conclusion,
    status: response?.status ?? null,
    reply: response === undefined ? null : conceal(response.body),
    ms: Math.round(ms * 10) / 10,
    attempts: tries.length,
    request: shownRequest(request, flags),
  };
}
