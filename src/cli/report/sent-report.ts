import type { Phase } from '../../catalogue/command';
import type { Sent } from '../../sender';
import type { SenderFlags } from '../options/sender-flags';
import { type Conceal, concealedIn, concealer } from '../secrets/conceal';
import { shownRequest } from '../secrets/shown-request';
import { table } from '../terminal/table';
import { paint, type Terminal } from '../terminal/terminal';
import { wordsFor } from './conclusion-words';
import { latencyWords } from './latency';
import type { Tally } from './tally';

/** A callback that was sent, and its result. */
export interface SentCallback {
  readonly wire: string;
  /** Undefined for a command that the catalogue does not know. */
  readonly phase: Phase | undefined;
  readonly sent: Sent;
}

type Flags = SenderFlags & { readonly verbose?: boolean };

/** One callback in full. */
export function printOne(out: Terminal, { wire, sent }: SentCallback, flags: Flags): void {
  const { response, ms, tries } = sent;
  const conceal = concealer(flags);
  const conclusion = shownConclusion(sent, conceal);
  const { reply, next, style } = wordsFor(conclusion);
  if (flags.verbose) printRequest(out, sent, flags);
  const status = response === undefined ? 'no reply' : String(response.status);
  const times = tries.length > 1 ? `, attempt ${tries.length}` : '';
  out.print(`${wire} → ${status} in ${Math.round(ms)} ms${times}`);
  if (response !== undefined) out.print(paint('dim', `  ${excerpt(conceal(response.body))}`));
  out.print('  ', paint(style, reply), `: ${next}`);
  out.print(paint('dim', `  ${conclusion.why}`));
}

/**
 * The conclusion without secrets. It may quote the start of the reply, where a secret may already be cut and no longer
 * be recognised.
 */
export function shownConclusion({ conclusion, response }: Pick<Sent, 'conclusion' | 'response'>, conceal: Conceal) {
  const text = response?.body ?? '';
  const start = JSON.stringify(text.slice(0, 20));
  const why = conclusion.why.replace(start, () => JSON.stringify(conceal(text).slice(0, 20)));
  return concealedIn({ ...conclusion, why }, conceal);
}

function printRequest(out: Terminal, { request }: Sent, flags: Flags): void {
  const { method, url, headers, body } = shownRequest(request, flags);
  out.print(paint('cyan', `${method} ${url}`));
  for (const [name, value] of Object.entries(headers)) out.print(paint('dim', `${name}: ${value}`));
  out.print(body.trimEnd());
  out.print();
}

/** One line of at most 300 characters; a reply may have several lines. */
function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '(empty)';
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** Several callbacks, one line each. */
export function printEach(out: Terminal, callbacks: readonly SentCallback[], flags: Flags): void {
  const conceal = concealer(flags);
  const rows = callbacks.map(({ wire, sent }) => [
    wire,
    String(sent.response?.status ?? '-'),
    `${Math.round(sent.ms)} ms`,
    wordsFor(shownConclusion(sent, conceal)).reply,
  ]);
  for (const line of table(rows, out.columns)) out.print(line);
  out.print();
}

/** The results of all callbacks together. */
export function printSummary(out: Terminal, { summary, count, failed }: Tally): void {
  for (const line of table(summaryRows(summary, count))) out.print(line);
  if (failed > 0) out.print(paint('red', `${failed} of ${count} did not go as they should`));
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

/** The same for --json. */
export function sentRecord({ wire, phase, sent }: SentCallback, flags: Flags): object {
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
