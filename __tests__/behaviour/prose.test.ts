/** `npm run lint:prose` finds the phrases of scripts/prose/forbidden.js wherever people read, and nowhere else. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'prose-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file, and says what the linter finds in it: line, column and message. */
function lint(name: string, source: string): { status: number | null; found: string[] } {
  const file = join(folder, name);
  writeFileSync(file, source);
  const { status, stderr } = spawnSync(process.execPath, ['scripts/lint-prose.js', file], {
    cwd: root,
    encoding: 'utf8',
  });
  const lines = stderr.split('\n').filter((line) => line.startsWith(file));
  return { status, found: lines.map((line) => line.slice(file.length + 1)) };
}

const phrase = ['who', 'ever'].join(''); // not written out here, where the linter looks, too
const message = `"${phrase}": write name the actor: a caller, the worker, anyone who`;

it.each([
  ['a sentence of Markdown', 'page.md', `# Title\n\nIt serves ${phrase} asks.\n`, '3:11: '],
  ['a table of Markdown', 'page.md', `| a | b |\n|---|---|\n| x | for ${phrase} asks |\n`, '3:11: '],
  ['a comment', 'code.ts', `const a = 1; // for ${phrase} asks\n`, '1:21: '],
  ['a docstring', 'code.ts', `/**\n * For\n * ${phrase} asks.\n */\nexport const a = 1;\n`, '3:4: '],
  ['a message', 'code.ts', `throw new Error('it waits for ${phrase} asks');\n`, '1:31: '],
  ['a template', 'code.ts', `const say = (n: number) => \`\${n} of them, for ${phrase} asks\`;\n`, '1:47: '],
  ['a script', 'code.js', `console.log("it waits for ${phrase} asks");\n`, '1:27: '],
])('finds it in %s', (_where, name, source, place) => {
  expect(lint(name, source)).toEqual({ status: 1, found: [place + message] });
});

it('finds a phrase that a line break divides, in Markdown and in a docstring', () => {
  const [first, second] = ['in', 'hand'];
  expect(lint('page.md', `What it has ${first}\n${second} is done.\n`).found).toHaveLength(1);
  expect(lint('code.ts', `/**\n * What it has ${first}\n * ${second} is done.\n */\nexport {};\n`).found).toHaveLength(
    1,
  );
});

it.each([
  ['a block of code', 'page.md', `\`\`\`ts\nconst ${phrase} = 1;\n\`\`\`\n`],
  ['code in a sentence', 'page.md', `The option \`${phrase}\` exists.\n`],
  ['an address', 'page.md', `See [this](https://example.com/${phrase}).\n`],
  ['a name', 'code.ts', `const ${phrase} = { key: '${phrase}' };\n`],
  ['a longer word', 'page.md', 'The commander mended-by nobody, inhand.\n'],
])('leaves %s alone', (_what, name, source) => {
  expect(lint(name, source)).toEqual({ status: 0, found: [] });
});

it('looks at every text of the project', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
  expect(files).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/faq.md', 'src/index.ts']));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/lint-prose.js'], { cwd: root, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
