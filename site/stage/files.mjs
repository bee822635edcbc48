/** Files of docs/ that pages link to or show, and that are no pages. They come to /files/. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.mjs';

const filesIn = (folder, extensions) =>
  readdirSync(join(root, folder))
    .filter((name) => extensions.some((extension) => name.endsWith(extension)))
    .map((name) => `${folder}/${name}`);

export const downloads = filesIn('docs', ['.yml', '.json']);
export const pictures = filesIn('docs/screenshots', ['.png']);
