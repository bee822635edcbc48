/** The repository that the site shows: its folder, its manifest, and where it is published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The text of a file, with the line ends of the site wherever it was checked out. */
export const textOf = (file) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');

/** The address of the repository; undefined while package.json names none. */
export const repositoryUrl = urlOf(manifest.repository);

function urlOf(repository) {
  const named = typeof repository === 'string' ? repository : repository?.url;
  if (named === undefined) return undefined;
  const [, owner, name] = /^(?:github:|.*github\.com[/:])([^/]+)\/([^/]+?)(?:\.git)?$/.exec(named) ?? [];
  if (name === undefined) throw new Error(`package.json: repository is ${named}; write github:owner/name`);
  return `https://github.com/${owner}/${name}`;
}
