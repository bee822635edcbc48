/** Puts all pages of the site into pages/, from which VitePress builds it. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { apiPages } from './api.mjs';
import { commandPages } from './commands.mjs';
import { withFallbacks } from './fallbacks.mjs';
import { downloads, pictures } from './files.mjs';
import { guidePages } from './guides.mjs';
import { homePages } from './home.mjs';
import { root } from './repository.mjs';

const folder = join(import.meta.dirname, '..', 'pages');

const pages = withFallbacks([...homePages(), ...guidePages(), ...commandPages(), ...(await apiPages())]);

rmSync(folder, { recursive: true, force: true });
for (const { path, head, text } of pages) write(path, `${frontMatter(head)}\n${text}`);
for (const file of [...downloads, ...pictures]) {
  mkdirSync(join(folder, 'public', 'files'), { recursive: true });
  copyFileSync(join(root, file), join(folder, 'public', 'files', basename(file)));
}
console.log(`${pages.length} pages`);

function write(path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** JSON is YAML. */
function frontMatter(head) {
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}
