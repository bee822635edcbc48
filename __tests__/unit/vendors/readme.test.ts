/** Each vendor has a page about the service, which the package brings along. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vendors } from '../../../src/vendors';

const root = join(__dirname, '../../..');
const packed: readonly { files: readonly { path: string }[] }[] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
);
const files = packed.flatMap((one) => one.files.map(({ path }) => path));

describe.each(Object.values(vendors).map(({ name, label }) => [name, label] as const))(
  'the page of %s',
  (name, label) => {
    const page = `src/vendors/${name}/README.md`;
    const text = readFileSync(join(root, page), 'utf8');

    it('has the name of the service as its title', () => {
      expect(text.split('\n')[0]).toBe(`# ${label}`);
    });

    it('links files that exist, and that the package brings along as it does the page', () => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => join(dirname(page), link));
      expect(links.length).toBeGreaterThan(0);
      for (const path of [page, ...links]) {
        expect([path, existsSync(join(root, path))]).toEqual([path, true]);
        expect(files).toContain(path);
      }
    });

    it('has tables whose rows have as many cells as their head', () => {
      const tables = text.split('\n\n').filter((block) => block.startsWith('| '));
      expect(tables.length).toBeGreaterThan(2);
      const cells = (row: string) => row.trim().split(/(?<!\\)\|/).length;
      for (const table of tables) expect(new Set(table.trim().split('\n').map(cells)).size).toBe(1);
    });
  },
);
