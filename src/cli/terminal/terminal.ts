/**
 * The one place where the command line writes. Texts come from strangers and chat users: everything that is written
 * goes through `harmless`, and colours are added afterwards.
 */

import { styleText } from 'node:util';
import { harmless, harmlessJson } from '../../observe/harmless';

/** Where a command writes: results to stdout, in colour on a terminal only; progress and hints to stderr. */
export interface Terminal {
  /** One line of the result, in pieces. */
  print(...pieces: Piece[]): void;
  /** One line beside the result: progress, hints. Not with --json. */
  note(...pieces: Piece[]): void;
  /** The result as JSON, on one line. */
  json(value: unknown): void;
  /** Redraws the last line of stderr; an empty text clears it. Only where {@link live}. */
  redraw(line: string): void;
  /** Whether a line on stderr may be redrawn. */
  readonly live: boolean;
  /** Columns to keep lines within; undefined where the output goes to a file or a pipe. */
  readonly columns: number | undefined;
}

export type Piece = string | Painted;
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** A text that is coloured where the output has colours. */
export interface Painted {
  readonly style: Style;
  readonly text: string;
}

export const paint = (style: Style, text: string): Painted => ({ style, text });

export interface Streams {
  readonly stdout: Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function terminal({ json = false }: { json?: boolean }, { stdout, stderr, env }: Streams = process): Terminal {
  // https://no-color.org: present and not empty
  const plain = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const coloured = stdout.isTTY === true && !plain && !json;
  const live = stderr.isTTY === true && !plain && !json;
  return {
    print: (...pieces) => void stdout.write(`${lineOf(pieces, coloured)}\n`),
    note(...pieces) {
      if (!json) stderr.write(`${lineOf(pieces, false)}\n`);
    },
    json: (value) => void stdout.write(`${harmlessJson(value)}\n`),
    redraw(line) {
      if (live) stderr.write(`\r\u001b[K${harmless(line)}`);
    },
    live,
    columns: stdout.isTTY === true ? stdout.columns : undefined,
  };
}

function lineOf(pieces: readonly Piece[], coloured: boolean): string {
  return pieces.map((piece) => (typeof piece === 'string' ? harmless(piece) : painted(piece, coloured))).join('');
}

function painted({ style, text }: Painted, coloured: boolean): string {
  // Whether there are colours is decided above, also for other streams than those of the process.
  return coloured ? styleText(style, harmless(text), { validateStream: false }) : harmless(text);
}

/** What commander writes: help, and what is wrong with the command line. Several lines, without colours. */
export const commanderOutput = {
  writeOut: (text: string) => void process.stdout.write(lineByLine(text)),
  writeErr: (text: string) => void process.stderr.write(lineByLine(text)),
};

/** Says on stderr, in one line, why the command ends; with --json, too. */
export function printError(message: string): void {
  process.stderr.write(`error: ${harmless(message)}\n`);
}

/** A fault of this program, with its stack. */
export function printFault(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${lineByLine(text)}\n`);
}

const lineByLine = (text: string) => text.split('\n').map(harmless).join('\n');
