/** Every TypeScript block of the guides is a file of its own that compiles against the built package. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('docs-blocks');

function blocksOf(page: string): { file: string; text: string }[] {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = ''], i) => ({
    file: join(folder, `${page.replace('.md', '')}-${i + 1}.ts`),
    text: block,
  }));
}

const pages = readdirSync(join(root, 'docs')).filter((page) => page.endsWith('.md'));
const blocks = pages.flatMap(blocksOf);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the blocks of the guides compile', () => {
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of blocks) writeFileSync(file, `${text}\nexport {};\n`);
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const flags = '--strict --noEmit --module node16 --target es2022 --skipLibCheck --esModuleInterop --types node,jest';
  const files = blocks.map(({ file }) => file);
  expect(files.length).toBeGreaterThan(0);
  execFileSync(process.execPath, [tsc, '--ignoreConfig', ...flags.split(' '), ...files], { cwd: root });
}, 60_000);
