/** Puts all pages of the site into pages/, from which VitePress builds it. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { apiPages } from './api.mjs';
import { withFallbacks } from './fallbacks.mjs';
import { downloads, pictures } from './files.mjs';
import { root } from './repository.mjs';
import { repositoryPages } from './repository-pages.mjs';
import { folder, writePage } from './write.mjs';

const pages = withFallbacks([...repositoryPages(), ...(await apiPages())]);

rmSync(folder, { recursive: true, force: true });
for (const page of pages) writePage(page);

const files = join(folder, 'public', 'files');
mkdirSync(files, { recursive: true });
for (const file of [...downloads, ...pictures]) copyFileSync(join(root, file), join(files, basename(file)));
console.log(`${pages.length} pages`);
