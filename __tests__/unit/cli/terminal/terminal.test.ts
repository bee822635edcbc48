import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../../../src/cli/terminal/table';
import { paint, type Streams, terminal } from '../../../../src/cli/terminal/terminal';

function streams(isTTY: boolean, env: Record<string, string> = {}): Streams & { text: () => string } {
  let text = '';
  const stream = {
    isTTY,
    columns: 40,
    write(chunk: string | Uint8Array) {
      text += String(chunk);
      return true;
    },
  };
  return { stdout: stream, stderr: stream, env, text: () => text };
}

describe('colours and bars', () => {
  it.each([
    ['on a terminal', true, {}, {}, true],
    ['not in a pipe', false, {}, {}, false],
    ['not with NO_COLOR', true, { NO_COLOR: '1' }, {}, false],
    ['with an empty NO_COLOR, as no-color.org says', true, { NO_COLOR: '' }, {}, true],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, {}, false],
    ['not with --json', true, {}, { json: true }, false],
  ] as const)('%s', (_when, isTTY, env, options, coloured) => {
    const to = streams(isTTY, env);
    const out = terminal(options, to);
    out.print(paint('red', 'text'));
    expect(to.text()).toBe(coloured ? '\u001b[31mtext\u001b[39m\n' : 'text\n');
    expect(out.live).toBe(coloured);
  });
});

it('--json leaves out what is said beside the result', () => {
  const to = streams(false);
  const out = terminal({ json: true }, to);
  out.note('a hint');
  out.json({ a: 1 });
  expect(to.text()).toBe('{"a":1}\n');
});

it('a table is as wide as its columns, and no wider than the terminal', () => {
  const rows = [
    ['a', 'first', 'a long last cell'],
    ['bbb', 'x', ''],
  ];
  expect(table(rows)).toEqual(['a    first  a long last cell', 'bbb  x']);
  expect(table(rows, 15)).toEqual(['a    first  a …', 'bbb  x']);
});

it('colours come after what is shown harmlessly', () => {
  const to = streams(true);
  const out = terminal({}, to);
  out.print(paint('red', 'a\u001b[0mb'), '\u001b[2J\n', paint('dim', '\u202e'));
  expect(to.text()).toBe('\u001b[31ma\\u001b[0mb\u001b[39m\\u001b[2J\\n\u001b[2m\\u202e\u001b[22m\n');
});

it('notes, the line that is drawn over, and JSON are shown as harmlessly', () => {
  const to = streams(true);
  const out = terminal({}, to);
  out.note('a\u0007b');
  out.redraw('c\u001bd');
  out.json({ e: '\u009b' });
  expect(to.text()).toBe('a\\u0007b\n\r\u001b[Kc\\u001bd{"e":"\\u009b"}\n');
});

it('is the one place that writes', () => {
  const root = join(__dirname, '..', '..', '..', '..', 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(cli|vendors\/\w+\/doctor)\/.*\.ts$/.test(file),
  );
  const writing = files.filter((file) =>
    /\bconsole\.\w+\(|std(out|err)\.write|writeSync\((1|2|process)|fs\.write/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(files.length).toBeGreaterThan(80);
  expect(writing).toEqual([join('cli', 'terminal', 'terminal.ts')]);
});
