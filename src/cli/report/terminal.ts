/** Where a command writes: results to stdout, in colour on a terminal only; what is said beside them to stderr. */
export interface Terminal {
  /** One line of the result. */
  print(line: string): void;
  /** One line beside the result: progress, hints. Not with --json. */
  note(line: string): void;
  /** The result as JSON, on one line. */
  json(value: unknown): void;
  paint(style: Style, text: string): string;
  /** Whether a progress bar may be drawn on stderr. */
  readonly live: boolean;
  /** Columns to keep lines within; undefined where the output goes to a file or a pipe. */
  readonly columns: number | undefined;
  readonly inJson: boolean;
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
export type Style = keyof typeof codes;

export interface Streams {
  readonly stdout: Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function terminal({ json = false }: { json?: boolean }, { stdout, stderr, env }: Streams = process): Terminal {
  // https://no-color.org: present and not empty
  const plain = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const coloured = stdout.isTTY === true && !plain && !json;
  return {
    print: (line) => void stdout.write(`${line}\n`),
    note(line) {
      if (!json) stderr.write(`${line}\n`);
    },
    json: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    paint: (style, text) => (coloured ? `\u001b[${codes[style]}m${text}\u001b[0m` : text),
    live: stderr.isTTY === true && !plain && !json,
    columns: stdout.isTTY === true ? stdout.columns : undefined,
    inJson: json,
  };
}
