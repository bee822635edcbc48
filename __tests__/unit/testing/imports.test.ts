/** Imports point one way: what receives loads nothing of what sends, what sends nothing of the kit, and nobody the command line. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const src = join(__dirname, '..', '..', '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** The folder below src that a file imports from, or '' for src itself. */
function foldersImportedBy(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const paths = [...text.matchAll(/from '(\.[^']*)'/g)].map(([, path]) => path ?? '');
  return paths.map((path) => relative(src, join(src, dirname(file), path)).split('/')[0] ?? '');
}

it.each(files.filter((file) => !/^(sender|testing|cli)\//.test(file)))(
  '%s imports neither sender nor testing',
  (file) => {
    expect(foldersImportedBy(file)).not.toContain('sender');
    expect(foldersImportedBy(file)).not.toContain('testing');
  },
);

it.each(files.filter((file) => file.startsWith('sender/')))('%s does not import testing', (file) =>
  expect(foldersImportedBy(file)).not.toContain('testing'),
);

it.each(files.filter((file) => !file.startsWith('cli/')))('%s does not import the command line', (file) =>
  expect(foldersImportedBy(file)).not.toContain('cli'),
);

it.each(files.filter((file) => file.startsWith('cli/')))('%s does not import testing', (file) =>
  expect(foldersImportedBy(file)).not.toContain('testing'),
);
