/** `npm start` and `npm run demo` install some packages of many: they name all that their apps import. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const { packages: installed }: { packages: string[] } = require('../../scripts/build-app');
const { name, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
> & { name: string };

/** `@scope/name/part` → `@scope/name`. */
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function importedBy(folder: string): string[] {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts'));
  const specifiers = files.flatMap((file) =>
    [...readFileSync(join(root, folder, file), 'utf8').matchAll(/(?:from |import\(|require\()'([^.'][^']*)'/g)].map(
      ([, specifier = '']) => specifier,
    ),
  );
  const packages = new Set(specifiers.filter((each) => !each.startsWith('node:')).map(packageOf));
  return [...packages].filter((each) => each !== name && !builtinModules.includes(each)).sort();
}

it.each(['example-app', 'demo'])('what %s imports is installed', (folder) => {
  expect(installed.filter((each) => devDependencies[each] === undefined)).toEqual([]);
  expect(installed).toContain('typescript');
  const imported = importedBy(folder);
  expect(imported).toContain('express');
  expect(imported.filter((each) => !installed.includes(each) && dependencies[each] === undefined)).toEqual([]);
});
